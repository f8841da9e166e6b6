package io.reportstream.processor.segment;

import io.reportstream.processor.clean.CleanText;
import java.util.ArrayList;
import java.util.List;

/** An outline as lines of text: one per sentence, indented by the level of its part. */
public final class OutlineText {
    private OutlineText() {}

    /** Each line: level, kind of part where it opens one here ({@code #} heading, {@code -} item, Q, A), the sentence. */
    public static List<String> of(CleanText text, Outline outline) {
        List<String> lines = new ArrayList<>();
        int shown = 0;
        for (Outline.Sentence sentence : outline.sentences()) {
            StringBuilder line = new StringBuilder();
            for (; shown < sentence.part(); shown++) {
                line.append(mark(outline.parts().get(shown + 1))).append(' ');
            }
            Outline.Part part = outline.parts().get(sentence.part());
            line.insert(0, "  ".repeat(part.level()));
            lines.add(line
                    + (sentence.heading() ? "[" : "")
                    + sentence.span().of(text.text())
                    + (sentence.heading() ? "]" : ""));
        }
        return lines;
    }

    private static String mark(Outline.Part part) {
        return switch (part.kind()) {
            case DOCUMENT -> "";
            case HEADING -> "#";
            case ITEM -> "-";
            case QUESTION -> "Q";
            case ANSWER -> "A";
        };
    }
}
