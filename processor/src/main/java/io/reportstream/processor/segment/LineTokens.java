package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.processor.segment.BoilerplateLexicon.Surface;
import io.reportstream.processor.segment.BoilerplateLexicon.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The boilerplate surfaces of a line without spaces, each with what it covers. */
final class LineTokens {
    private static final String SENTENCE = "。!?;";
    private static final int LONGEST_VALUE = 60;
    /** A day with its time, as publication lines print it. */
    private static final Pattern STAMP =
            Pattern.compile("[(\\[【]?\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?[)\\]】]?");

    /**
     * A surface in the line.
     *
     * @param tight end of what it covers if content follows: its value up to the next space
     * @param end end of what it covers if nothing but boilerplate follows
     * @param labelled whether it is a field with a colon
     */
    record Token(Surface surface, int start, int tight, int end, boolean labelled) {
        boolean counts() {
            return surface.use() != Use.AMONG && surface.use() != Use.SENTENCE;
        }
    }

    private LineTokens() {}

    static List<Token> read(BoilerplateLexicon lexicon, CompactLine line) {
        String text = line.text();
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            Surface surface = lexicon.at(text, i);
            if (surface == null) {
                i++;
                continue;
            }
            int after = i + surface.text().length();
            boolean field = surface.use() == Use.FIELD || surface.use() == Use.SLOT;
            boolean labelled = field && after < text.length() && text.charAt(after) == ':';
            int end = labelled ? valueEnd(lexicon, text, after + 1) : after;
            if (surface.use() == Use.SLOT && !labelled) {
                i = after;
                continue;
            }
            int tight = labelled ? tightEnd(line, after + 1, end) : after;
            tokens.add(new Token(surface, i, tight, Math.max(end, tight), labelled));
            i = Math.max(end, after);
        }
        return tokens;
    }

    /** End of a value: the next surface, or the end of the line; nothing where a sentence follows. */
    private static int valueEnd(BoilerplateLexicon lexicon, String text, int from) {
        int i = from;
        while (i < text.length() && i - from <= LONGEST_VALUE) {
            Surface next = i > from ? lexicon.at(text, i) : null;
            boolean label = next != null
                    && (next.use() == Use.FIELD || next.use() == Use.SLOT)
                    && i + next.text().length() < text.length()
                    && text.charAt(i + next.text().length()) == ':';
            if (label
                    || (next != null
                            && (next.use() == Use.STRONG || next.use() == Use.ALONE || next.use() == Use.LINE))) {
                return i;
            }
            if (SENTENCE.indexOf(text.charAt(i)) >= 0) {
                return from;
            }
            i++;
        }
        return i - from > LONGEST_VALUE ? from : i;
    }

    private static int tightEnd(CompactLine line, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (line.spaceBefore(i)) {
                int time = stampEnd(line.text(), from);
                return Math.max(i, Math.min(time, end));
            }
        }
        return end;
    }

    /** End of the day and time that stands at {@code at}; {@code at} if none does. */
    static int stampEnd(String text, int at) {
        var matcher = STAMP.matcher(text).region(at, Math.min(text.length(), at + 24));
        return matcher.lookingAt() ? matcher.end() : at;
    }

    /** The kind that most of the covered text is of. */
    static Kind kind(List<Token> tokens) {
        Kind best = Kind.OTHER;
        int most = 0;
        for (Kind kind : Kind.values()) {
            int sum = 0;
            for (Token token : tokens) {
                sum += token.surface().kind() == kind ? token.end() - token.start() : 0;
            }
            if (sum > most) {
                most = sum;
                best = kind;
            }
        }
        return best;
    }
}
