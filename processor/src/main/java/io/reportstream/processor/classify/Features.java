package io.reportstream.processor.classify;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Span;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Describes the sentences of a document by features. */
final class Features {
    private static final int START = 8;
    /** What the third cue of one kind is worth. */
    private static final double THIRD = 0.25;
    /** A period stands at the head of a sentence: (一)“十四五”时期. */
    private static final int PERIOD_HEAD = 12;

    private static final int TINY = 8;
    private static final int GREETING = 30;
    private static final int FRONT_LINE = 60;
    private static final int FRONT_PROSE = 40;
    private static final String HAN_DIGITS = "一二三四五六七八九十百千零〇两";
    private static final Set<CueKind> PROBLEMS =
            EnumSet.of(CueKind.PROBLEM_OPEN, CueKind.PROBLEM_STRONG, CueKind.PROBLEM_WEAK);
    private static final String COUNTED = "%万亿家个项件人名次元户亩公吨米台套场期位倍篇座条所处";

    /** Takes the features of the sentences, in order of the sentences. */
    interface Sink {
        void add(int sentence, int feature, double value);
    }

    private final String text;
    private final DocumentDraft document;
    private final Outline outline;
    private final List<Scopes.Scope> scopes;

    Features(String text, DocumentDraft document, Outline outline, List<Scopes.Scope> scopes) {
        this.text = text;
        this.document = document;
        this.outline = outline;
        this.scopes = scopes;
    }

    void describe(CueLexicon lexicon, Sink sink) {
        int count = outline.sentences().size();
        List<Openings.Cues> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(new Openings.Cues(EnumSet.noneOf(CueKind.class), EnumSet.noneOf(CueKind.class)));
        }
        cues(lexicon, found, sink);
        for (int i = 0; i < count; i++) {
            int period = period(speech(outline.sentences().get(i)));
            if (period != 0) {
                found.get(i).first().add(period > 0 ? CueKind.AHEAD : CueKind.BACK);
            }
        }
        List<Set<Label>> opened = Openings.of(text, outline, found);
        int front = front();
        int signatures = signatures();
        for (int i = 0; i < count; i++) {
            Outline.Sentence sentence = outline.sentences().get(i);
            Scopes.Scope scope = scopes.get(sentence.part());
            sink.add(i, Feature.BIAS, 1);
            if (!opened.get(i).contains(Label.OTHER)) { // a call or a note at the end is not of the part it stands in
                boolean nearer =
                        !scope.announced().isEmpty() && Collections.disjoint(scope.announced(), scope.headed());
                labels(i, Feature.SCOPE, nearer ? Set.of() : scope.headed(), sink);
                labels(i, Feature.ANNOUNCED, scope.announced(), sink);
                labels(i, Feature.ASKED, scope.asked(), sink);
            }
            labels(i, Feature.OPENED, opened.get(i), sink);
            flag(i, Feature.HOST, scope.host(), sink);
            boolean title = sentence.heading() && (sentence.part() == 0 || isInTitle(sentence.span()));
            flag(i, Feature.TITLE, title, sink);
            flag(i, Feature.FRONT, i < front, sink);
            flag(i, Feature.AMOUNT, hasAmount(sentence.span()), sink);
            flag(i, Feature.FIRST, i == 0, sink);
            flag(i, Feature.LAST, i == count - 1, sink);
            flag(i, Feature.TINY, speech(sentence).length() < TINY, sink);
            flag(
                    i,
                    Feature.SIGNATURE,
                    i >= signatures || Years.isDate(sentence.span().of(text)),
                    sink);
            sink.add(i, of(Feature.GENRE, document.genre()), 1);
            year(i, speech(sentence), sink);
            lacks(i, sentence.span().of(text), found.get(i).all(), sink);
        }
    }

    /** A heading that the title quotes: the programme itself under 关于印发《2011年工作要点》的通知. */
    private boolean isInTitle(Span heading) {
        String title = document.title();
        return title != null && heading.length() >= TINY && title.contains(heading.of(text));
    }

    /** How many sentences stand before the body: title, date, author and the like, each a line without a full stop. */
    private int front() {
        int front = 0;
        for (Outline.Sentence sentence : outline.sentences()) {
            char last = text.charAt(sentence.span().end() - 1);
            boolean opens =
                    sentence.part() != 0 && outline.parts().get(sentence.part()).kind() != Outline.Kind.ITEM;
            boolean prose = sentence.span().length() > FRONT_PROSE
                    && sentence.span().of(text).indexOf(',') >= 0;
            if (opens || prose || sentence.span().length() > FRONT_LINE || last == '\u3002' || last == ';') {
                return front;
            }
            front++;
        }
        return 0;
    }

    /** The first of the lines at the end that sign the document; the number of sentences where none does. */
    private int signatures() {
        List<Outline.Sentence> sentences = outline.sentences();
        int from = sentences.size();
        while (from > 1
                && Signatures.isSignature(sentences.get(from - 1).span().of(text))
                && text.substring(
                                        sentences.get(from - 2).span().end(),
                                        sentences.get(from - 1).span().start())
                                .indexOf('\n')
                        >= 0) {
            from--;
        }
        return from;
    }

    private static void lacks(int sentence, String text, Set<CueKind> cues, Sink sink) {
        boolean scant = Lacks.isScant(text);
        boolean remnant = Lacks.isRemnant(text);
        boolean told = scant || remnant || !Collections.disjoint(cues, PROBLEMS);
        flag(sentence, Feature.SCANT, scant, sink);
        flag(sentence, Feature.REMNANT, remnant, sink);
        flag(sentence, Feature.CONTRAST, told && !cues.contains(CueKind.TACKLE) && Lacks.isContrast(text), sink);
    }

    private static void flag(int sentence, int feature, boolean value, Sink sink) {
        if (value) {
            sink.add(sentence, feature, 1);
        }
    }

    private static void labels(int sentence, Map<Label, Integer> features, Set<Label> labels, Sink sink) {
        for (Label label : labels) {
            sink.add(sentence, of(features, label), 1.0 / labels.size());
        }
    }

    /** Each further cue of one kind in a sentence counts half as much as the one before. */
    private void cues(CueLexicon lexicon, List<Openings.Cues> found, Sink sink) {
        int from = document.span().start();
        Map<CueKind, Double> worth = new EnumMap<>(CueKind.class);
        int[] at = {-1};
        Turns turns = new Turns();
        lexicon.find(text.substring(from, document.span().end()), (start, end, kind) -> {
            int sentence = advance(at[0], from + start);
            if (sentence != at[0]) {
                worth.clear();
                at[0] = sentence;
            }
            Span span = outline.sentences().get(sentence).span();
            if (!span.contains(from + start)) {
                return;
            }
            int speech = speech(outline.sentences().get(sentence)).start();
            boolean first = from + start - speech < START;
            if (turns.at(sentence, start, end, kind)) {
                sink.add(sentence, of(Feature.CUE, CueKind.PROBLEM_OPEN), 0.5);
                found.get(sentence).all().add(CueKind.PROBLEM_OPEN);
            }
            double weight = worth.getOrDefault(kind, 1.0);
            worth.put(kind, weight / 2);
            sink.add(sentence, of(Feature.CUE, kind), kind == CueKind.FORMULA ? weight * brevity(span) : weight);
            flag(sentence, Feature.GREETING, kind == CueKind.THANKS && span.length() < GREETING, sink);
            found.get(sentence).all().add(kind);
            boolean third = kind == CueKind.PROBLEM_STRONG && weight == THIRD;
            flag(sentence, Feature.LADEN, third && !found.get(sentence).all().contains(CueKind.TACKLE), sink);
            if (first) {
                found.get(sentence).first().add(kind);
            }
            if (weight == 1 && first) {
                sink.add(sentence, of(Feature.START, kind), 1);
            }
        });
    }

    /** A formula at the end of a long sentence is not what the sentence is about. */
    private static double brevity(Span sentence) {
        return Math.min(1, (double) GREETING / sentence.length());
    }

    /** A sentence without the speaker's name in front. */
    private Span speech(Outline.Sentence sentence) {
        Span span = sentence.span();
        Outline.Kind kind = outline.parts().get(sentence.part()).kind();
        int colon = kind == Outline.Kind.ANSWER
                ? text.substring(span.start(), Math.min(span.end(), span.start() + 20))
                        .indexOf(':')
                : -1;
        return new Span(span.start() + colon + 1, span.end());
    }

    private static <K> int of(Map<K, Integer> features, K key) {
        return Objects.requireNonNull(features.get(key));
    }

    /** The sentence that holds {@code offset}, or the last one before it; searched onwards from {@code sentence}. */
    private int advance(int sentence, int offset) {
        int at = Math.max(0, sentence);
        while (at + 1 < outline.sentences().size()
                && outline.sentences().get(at + 1).span().start() <= offset) {
            at++;
        }
        return at;
    }

    private void year(int sentence, Span span, Sink sink) {
        int covered = Years.covered(document);
        if (covered == 0) {
            return;
        }
        int end = Math.min(span.end(), span.start() + 16);
        int year = Years.first(text, span.start(), end);
        year = year > 0 ? year : Years.period(text.substring(span.start(), end), covered, true);
        if (year > 0) {
            int feature =
                    year > covered ? Feature.YEAR_LATER : year < covered ? Feature.YEAR_EARLIER : Feature.YEAR_SAME;
            sink.add(sentence, feature, 1);
        }
    }

    /** 1 where a sentence opens with a five-year period to come, -1 with one that is over, 0 otherwise. */
    private int period(Span span) {
        int covered = Years.covered(document);
        int end = Math.min(span.end(), span.start() + PERIOD_HEAD);
        int year = Years.period(text.substring(span.start(), end), covered, true);
        boolean over = year > 0 && (year < covered || (year == covered && document.genre() != Genre.PLAN));
        return year > covered ? 1 : over ? -1 : 0;
    }

    private boolean hasAmount(Span span) {
        int han = 0;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            char before = i > span.start() ? text.charAt(i - 1) : ' ';
            boolean digits = (before >= '0' && before <= '9') || han > 1;
            if ((digits && COUNTED.indexOf(c) >= 0) || (han > 0 && c == '分' && text.startsWith("之", i + 1))) {
                return true;
            }
            han = HAN_DIGITS.indexOf(c) >= 0 ? han + 1 : 0;
        }
        return false;
    }
}
