package io.reportstream.processor.clean;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Joins lines that were broken at a fixed width, or in the middle of a word.
 *
 * <p>A text is wrapped if most of its lines that end inside a sentence are about equally wide. In such a text a full line goes
 * on in the next one, unless that one is indented or begins with a number. In other texts a long line goes on only if a word
 * spans the break.
 */
final class LineJoiner {
    private static final int NARROWEST = 24;
    private static final int WIDEST = 200;
    /** A line of running text is longer than a heading. */
    private static final int LONGEST_HEADING = 80;
    /** How many columns a full line may lack: a wide sign, or a number that was not broken. */
    private static final int SLACK = 8;

    private static final int INDENTATION = 4;
    private static final int FEWEST_LINES = 4;
    private static final int MOST_ROUNDS = 4;
    private static final String ENDS = "。!?;:…”)】》—";

    private LineJoiner() {}

    /**
     * Joins the lines of {@code in}; gives {@code in} itself where none go on.
     *
     * @param raw the text as it was printed, which tells how wide lines were; null if it was printed as it stands in {@code in}
     */
    static MappedText join(MappedText in, @Nullable String raw) {
        MappedText text = in;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            MappedText joined = joinOnce(text, raw);
            if (joined == null) {
                break;
            }
            text = joined;
        }
        return text;
    }

    private static @Nullable MappedText joinOnce(MappedText in, @Nullable String raw) {
        Wrapping wrapping = wrapping(in, raw);
        MappedText out = null;
        int copied = 0;
        int lineStart = 0;
        for (int i = in.indexOf('\n', 0); i >= 0; i = in.indexOf('\n', i + 1)) {
            if (goesOn(in, raw, lineStart, i, wrapping)) {
                out = out == null ? new MappedText(in.length()) : out;
                out.append(in, copied, i);
                copied = i + 1;
                if (isIndented(in, raw, i + 1)) {
                    // A new paragraph. The blank line says so when the indentation is gone.
                    out.append(in, i, i + 1);
                    out.append(in, i, i + 1);
                }
            }
            lineStart = i + 1;
        }
        if (out == null) {
            return null;
        }
        out.append(in, copied, in.length());
        return out;
    }

    private static Wrapping wrapping(MappedText in, @Nullable String raw) {
        Widths columns = new Widths();
        Widths characters = new Widths();
        int lineStart = 0;
        for (int i = in.indexOf('\n', 0); i >= 0; i = in.indexOf('\n', i + 1)) {
            boolean open = !ends(in, i) && isRunningText(in, lineStart, i);
            columns.add(width(in, raw, lineStart, i, true), open);
            characters.add(width(in, raw, lineStart, i, false), open);
            lineStart = i + 1;
        }
        return new Wrapping(columns.full(), characters.full());
    }

    /** Width of a full line in columns and in characters; 0 if the text is not wrapped so. */
    private record Wrapping(int columns, int characters) {}

    /** How many lines are how wide. */
    private static final class Widths {
        private final int[] all = new int[WIDEST + 2];
        private final int[] open = new int[WIDEST + 2];
        private int lines;

        /** @param runsOn whether the line is running text and ends inside a sentence */
        void add(int width, boolean runsOn) {
            lines += width > 0 ? 1 : 0;
            all[width]++;
            open[width] += runsOn ? 1 : 0;
        }

        /** Width of a full line; 0 if the text is not wrapped. */
        int full() {
            int full = WIDEST + 1;
            int wider = all[full];
            while (full > NARROWEST && wider * 20 <= lines) {
                wider += all[--full];
            }
            int near = 0;
            for (int width = Math.max(0, full - SLACK); width <= Math.min(WIDEST, full + SLACK); width++) {
                near += open[width];
            }
            return full <= WIDEST && full > NARROWEST && near >= FEWEST_LINES && near * 3 >= lines ? full : 0;
        }
    }

    private static boolean goesOn(MappedText in, @Nullable String raw, int lineStart, int lineEnd, Wrapping wrapping) {
        int next = lineEnd + 1;
        if (next >= in.length() || in.charAt(next) == '\n' || lineEnd == lineStart || opensItem(in, next)) {
            return false;
        }
        if ("”》)】,、。;%".indexOf(in.charAt(next)) >= 0) {
            return true; // these never begin a line
        }
        if (isFull(in, raw, lineStart, lineEnd, wrapping.columns(), true)
                || isFull(in, raw, lineStart, lineEnd, wrapping.characters(), false)) {
            return true;
        }
        return !ends(in, lineEnd)
                && width(in, raw, lineStart, lineEnd, true) > LONGEST_HEADING
                && spansWord(in, lineEnd);
    }

    /** Whether a line of a wrapped text is full; one that ends in a sentence end must be as wide as can be. */
    private static boolean isFull(
            MappedText in, @Nullable String raw, int lineStart, int lineEnd, int full, boolean inColumns) {
        if (full == 0) {
            return false;
        }
        int width = width(in, raw, lineStart, lineEnd, inColumns);
        if (width < full - SLACK || width > full + SLACK) {
            return false;
        }
        boolean sentenceEnds = "。!?;:".indexOf(in.charAt(lineEnd - 1)) >= 0;
        return !sentenceEnds || width >= full - 2;
    }

    /**
     * Width of a line as it was printed, in characters or in columns, of which a wide character takes two; {@link #WIDEST} + 1
     * for wider lines.
     */
    private static int width(MappedText in, @Nullable String raw, int from, int to, boolean inColumns) {
        int width = from < to && isIndented(in, raw, from) ? INDENTATION / (inColumns ? 1 : 2) : 0;
        if (!inColumns) {
            return Math.min(width + to - from, WIDEST + 1);
        }
        for (int i = from; i < to && width <= WIDEST; i++) {
            boolean single = raw != null && in.rawEnd(i) - in.rawStart(i) == 1;
            char printed = single ? raw.charAt(in.rawStart(i)) : in.charAt(i);
            width += printed >= 0x80 ? 2 : 1;
        }
        return Math.min(width, WIDEST + 1);
    }

    /** Titles, headings and form fields hold no comma or full stop as a rule. */
    private static boolean isRunningText(MappedText in, int from, int to) {
        for (int i = from; i < to; i++) {
            if (",。;".indexOf(in.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(MappedText in, int lineEnd) {
        return lineEnd > 0 && ENDS.indexOf(in.charAt(lineEnd - 1)) >= 0;
    }

    private static boolean isIndented(MappedText in, @Nullable String raw, int lineStart) {
        int at = raw == null ? -1 : in.rawStart(lineStart) - 1;
        char before = at >= 0 ? raw.charAt(at) : '\n';
        return Characters.fold(before) == ' ';
    }

    /** Whether a line begins with the number of a heading or an item. */
    private static boolean opensItem(MappedText in, int at) {
        char first = in.charAt(at);
        if (first == '(' || first == '【' || first == '●' || first == '■' || (first == '—' && in.at(at + 1) == '—')) {
            return true;
        }
        int numeral = runEnd(in, at, "一二三四五六七八九十");
        if (numeral > at) {
            return "、.是".indexOf(in.at(numeral)) >= 0;
        }
        int digits = runEnd(in, at, "0123456789");
        if (digits > at) {
            return digits - at < 3 && "、.".indexOf(in.at(digits)) >= 0 && !Characters.isDigit(in.at(digits + 1));
        }
        int ordinal = runEnd(in, at + 1, "一二三四五六七八九十");
        return first == '第' && ordinal > at + 1 && "章节部条".indexOf(in.at(ordinal)) >= 0;
    }

    private static int runEnd(MappedText in, int from, String of) {
        int i = from;
        while (of.indexOf(in.at(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Whether HanLP's core dictionary has a word of which one part stands before the break and the other behind it. */
    private static boolean spansWord(MappedText in, int lineEnd) {
        for (int before = 1; before <= 3 && before <= lineEnd; before++) {
            for (int after = 1; before + after <= 4 && lineEnd + after < in.length(); after++) {
                String word =
                        in.subSequence(lineEnd - before, lineEnd) + in.subSequence(lineEnd + 1, lineEnd + 1 + after);
                if (isHan(word) && CoreDictionary.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isHan(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Characters.isHan(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
