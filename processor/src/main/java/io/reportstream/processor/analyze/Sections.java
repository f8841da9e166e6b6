package io.reportstream.processor.analyze;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.segment.Outline;
import io.reportstream.processor.segment.SplitText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring sentences of one label and one heading, joined to sections that tile the document.
 *
 * @param list in reading order, with raw spans
 * @param ofSentence for each sentence, the index of its section
 */
record Sections(List<Section> list, List<Integer> ofSentence) {
    static Sections of(SplitText split, Outline outline, List<Judgement> judgements) {
        int[] heading = headings(outline);
        int[] level = levels(outline, heading);
        List<Section> list = new ArrayList<>();
        List<Integer> ofSentence = new ArrayList<>();
        int count = outline.sentences().size();
        int boilerplate = 0;
        int first = 0;
        for (int i = 1; i <= count; i++) {
            ofSentence.add(list.size());
            Span last = outline.sentences().get(i - 1).span();
            while (boilerplate < split.boilerplate().size()
                    && split.boilerplate().get(boilerplate).start() < last.end()) {
                boilerplate++;
            }
            if (i < count
                    && judgements.get(i).label() == judgements.get(i - 1).label()
                    && heading[part(outline, i)] == heading[part(outline, i - 1)]
                    && !standsBefore(
                            split.boilerplate(),
                            boilerplate,
                            outline.sentences().get(i).span())) {
                continue;
            }
            int part = heading[part(outline, i - 1)];
            Span clean = new Span(outline.sentences().get(first).span().start(), last.end());
            Span raw = split.text().toRaw(clean);
            list.add(new Section(
                    judgements.get(first).label(),
                    raw.start(),
                    raw.end(),
                    heading(split.text(), outline.parts().get(part).heading()),
                    level[part],
                    confidence(outline, judgements, first, i)));
            first = i;
        }
        return new Sections(list, ofSentence);
    }

    private static int part(Outline outline, int sentence) {
        return outline.sentences().get(sentence).part();
    }

    private static boolean standsBefore(List<Boilerplate> boilerplate, int next, Span sentence) {
        return next < boilerplate.size() && boilerplate.get(next).start() < sentence.start();
    }

    /** For each part, the part whose heading governs it: itself or one around it; the document's own (0) else. */
    private static int[] headings(Outline outline) {
        int[] heading = new int[outline.parts().size()];
        for (int i = 1; i < heading.length; i++) {
            Outline.Part part = outline.parts().get(i);
            boolean own = part.kind() == Outline.Kind.HEADING && part.heading() != null;
            heading[i] = own ? i : heading[part.parent()];
        }
        return heading;
    }

    /** For each part, how many headings are around it, its own included. */
    private static int[] levels(Outline outline, int[] heading) {
        int[] level = new int[heading.length];
        for (int i = 1; i < level.length; i++) {
            level[i] = level[outline.parts().get(i).parent()] + (heading[i] == i ? 1 : 0);
        }
        return level;
    }

    private static @Nullable String heading(CleanText text, @Nullable Span span) {
        if (span == null) {
            return null;
        }
        String heading = text.display(span).strip();
        int end = heading.length();
        while (end > 1 && ".\u3002:\uff1a;\uff1b,\uff0c".indexOf(heading.charAt(end - 1)) >= 0) {
            end--;
        }
        return heading.substring(0, end);
    }

    /** The chance that a character of the section is labelled rightly. */
    private static double confidence(Outline outline, List<Judgement> judgements, int from, int to) {
        double sum = 0;
        int length = 0;
        for (int i = from; i < to; i++) {
            int characters = outline.sentences().get(i).span().length();
            sum += characters * judgements.get(i).confidence();
            length += characters;
        }
        return Math.round(1000 * sum / length) / 1000.0;
    }
}
