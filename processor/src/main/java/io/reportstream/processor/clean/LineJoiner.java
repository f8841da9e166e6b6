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

    static MappedText join(MappedText in, String raw) {
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

    private static @Nullable MappedText joinOnce(MappedText in, String raw) {
        int columns = wrapWidth(in, raw, true);
        int characters = wrapWidth(in, raw, false);
        MappedText out = null;
        int copied = 0;
        int lineStart = 0;
        for (int i = 0; i < in.length(); i++) {
            if (in.charAt(i) != '\n') {
                continue;
            }
            if (goesOn(in, raw, lineStart, i, columns, characters)) {
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

    /** Width of a full line, in columns or in characters; 0 if the text is not wrapped. */
    private static int wrapWidth(MappedText in, String raw, boolean inColumns) {
        int[] all = new int[WIDEST + 2];
        int[] open = new int[WIDEST + 2];
        int lines = 0;
        int lineStart = 0;
        for (int i = 0; i < in.length(); i++) {
            if (in.charAt(i) == '\n') {
                int width = width(in, raw, lineStart, i, inColumns);
                lines += width > 0 ? 1 : 0;
                all[width]++;
                open[width] += !ends(in, i) && isRunningText(in, lineStart, i) ? 1 : 0;
                lineStart = i + 1;
            }
        }
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

    private static boolean goesOn(MappedText in, String raw, int lineStart, int lineEnd, int columns, int characters) {
        int next = lineEnd + 1;
        if (next >= in.length() || in.charAt(next) == '\n' || lineEnd == lineStart || opensItem(in, next)) {
            return false;
        }
        if ("”》)】,、。;%".indexOf(in.charAt(next)) >= 0) {
            return true; // these never begin a line
        }
        if (isFull(in, raw, lineStart, lineEnd, columns, true)
                || isFull(in, raw, lineStart, lineEnd, characters, false)) {
            return true;
        }
        boolean longLine = width(in, raw, lineStart, lineEnd, true) > LONGEST_HEADING;
        return longLine && !ends(in, lineEnd) && spansWord(in, lineEnd);
    }

    /** Whether a line of a wrapped text is full; one that ends in a sentence end must be as wide as can be. */
    private static boolean isFull(MappedText in, String raw, int lineStart, int lineEnd, int full, boolean inColumns) {
        int width = width(in, raw, lineStart, lineEnd, inColumns);
        if (full == 0 || width < full - SLACK || width > full + SLACK) {
            return false;
        }
        boolean sentenceEnds = "。!?;:".indexOf(in.charAt(lineEnd - 1)) >= 0;
        return !sentenceEnds || width >= full - 2;
    }

    /**
     * Width of a line as it was printed, in characters or in columns, of which a wide character takes two; {@link #WIDEST} + 1
     * for wider lines.
     */
    private static int width(MappedText in, String raw, int from, int to, boolean inColumns) {
        int width = from < to && isIndented(in, raw, from) ? INDENTATION / (inColumns ? 1 : 2) : 0;
        for (int i = from; i < to && width <= WIDEST; i++) {
            boolean single = in.rawEnd(i) - in.rawStart(i) == 1;
            char printed = single ? raw.charAt(in.rawStart(i)) : in.charAt(i);
            width += inColumns && printed >= 0x80 ? 2 : 1;
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

    private static boolean isIndented(MappedText in, String raw, int lineStart) {
        int at = in.rawStart(lineStart) - 1;
        char before = at >= 0 ? raw.charAt(at) : '\n';
        return Characters.fold(before) == ' ';
    }

    /** Whether a line begins with the number of a heading or an item. */
    private static boolean opensItem(MappedText in, int at) {
        String head = in.subSequence(at, Math.min(in.length(), at + 6));
        char first = head.charAt(0);
        if (first == '(' || first == '【' || first == '●' || first == '■' || head.startsWith("——")) {
            return true;
        }
        int i = 0;
        while (i < head.length() && "一二三四五六七八九十".indexOf(head.charAt(i)) >= 0) {
            i++;
        }
        boolean numbered = i > 0 && i < head.length() && "、.是".indexOf(head.charAt(i)) >= 0;
        int d = 0;
        while (d < head.length() && Characters.isDigit(head.charAt(d))) {
            d++;
        }
        boolean item = d > 0
                && d < 3
                && d + 1 < head.length()
                && "、.".indexOf(head.charAt(d)) >= 0
                && !Characters.isDigit(head.charAt(d + 1));
        return numbered || item || (first == '第' && head.matches("第[一二三四五六七八九十]{1,3}[章节部条].*"));
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
