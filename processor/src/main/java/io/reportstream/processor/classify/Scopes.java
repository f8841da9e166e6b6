package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.contract.Span;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.HeadingCues;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the headings and questions above a sentence say of it. */
final class Scopes {
    /** A question is read from its end: what stands further before is its occasion. */
    private static final int QUESTION_LENGTH = 120;

    private static final int SHORT_QUESTION = 30;

    private static final Set<Label> SILENT = Set.of();

    /**
     * The scope of one part.
     *
     * @param headed what the nearest telling heading announces
     * @param announced what the sentence before the list announces of its items
     * @param asked what the question that is answered here asks for
     * @param host whether the host speaks
     */
    record Scope(Set<Label> headed, Set<Label> announced, Set<Label> asked, boolean host) {}

    private final HeadingCues cues = new HeadingCues();
    private final Announcements announcements = new Announcements();
    private final QuestionCues questions = new QuestionCues();

    /** One scope for each part of {@code outline}. */
    List<Scope> of(String text, DocumentDraft document, Outline outline) {
        List<Scope> scopes = new ArrayList<>();
        int[] elder = new int[outline.parts().size()];
        Set<Label> lastAsked = SILENT;
        int covered = Years.covered(document);
        HeadingLabels headings = new HeadingLabels(cues, text, covered, document.genre());
        int sentence = 0;
        for (int i = 0; i < outline.parts().size(); i++) {
            Outline.Part part = outline.parts().get(i);
            while (sentence < outline.sentences().size()
                    && outline.sentences().get(sentence).span().start()
                            < part.span().start()) {
                sentence++;
            }
            switch (part.kind()) {
                case DOCUMENT -> scopes.add(new Scope(SILENT, SILENT, SILENT, false));
                case QUESTION -> {
                    lastAsked = asked(text, part.span(), lastAsked, covered);
                    scopes.add(new Scope(SILENT, SILENT, SILENT, true));
                }
                case ANSWER -> scopes.add(new Scope(SILENT, SILENT, lastAsked, false));
                case HEADING, ITEM -> {
                    Scope around = scopes.get(part.parent());
                    int year = HeadingLabels.year(text, part);
                    Scope before = elder[part.parent()] == 0 ? around : scopes.get(elder[part.parent()]);
                    Set<Label> elderHeaded = elder[part.parent()] == 0 ? SILENT : before.headed();
                    Set<Label> headed = headings.of(part, around.headed(), elderHeaded, before.announced());
                    Set<Label> announced = SILENT;
                    if (headed.equals(around.headed())) {
                        announced = announced(text, outline, part, sentence);
                        announced = announced.isEmpty() && year == 0 ? before.announced() : announced;
                    }
                    scopes.add(new Scope(headed, announced, around.asked(), around.host()));
                    elder[part.parent()] = i;
                }
            }
        }
        return scopes;
    }

    /** What the sentence before {@code part} announces: one in the text of the part around it, or one with a colon. */
    private Set<Label> announced(String text, Outline outline, Outline.Part part, int first) {
        if (first == 0) {
            return SILENT;
        }
        Outline.Sentence before = outline.sentences().get(first - 1);
        boolean opens =
                before.part() == part.parent() || text.charAt(before.span().end() - 1) == ':';
        return opens && !before.heading() ? announcements.labels(text, before.span()) : SILENT;
    }

    /** A short question that does not tell by itself goes on with the one before: 那集中力量抓投入呢? */
    private Set<Label> asked(String text, Span question, Set<Label> before, int covered) {
        int from = Math.max(question.start(), question.end() - QUESTION_LENGTH);
        Set<Label> labels = questions.labels(text.substring(from, question.end()), covered);
        return labels.isEmpty() && question.length() <= SHORT_QUESTION ? before : labels;
    }
}
