package io.reportstream.processor.segment;

/** Finds where the heading behind a marker ends, in a line that may go on with prose. */
final class Heading {
    private static final int LONGEST = 45;
    private static final int LONGEST_ITEM = 28;
    private static final int LONGEST_OUTER = 90;
    private static final int LONGEST_BEFORE_COLON = 24;
    private static final int SHORTEST_PROSE = 15;
    private static final int NEAR_STOP = 200;

    private Heading() {}

    /**
     * The end of the heading that begins at {@code at}, its closing mark included; {@code at} itself where prose follows
     * the marker at once.
     *
     * @param limit end of the line
     * @param lineStart whether the marker begins the line
     */
    static int end(String text, int at, int limit, Style style, boolean lineStart) {
        boolean outer = style.compareTo(Style.HAN_BRACKET) <= 0;
        int longest = Math.min(limit, at + (outer ? LONGEST_OUTER : LONGEST));
        for (int i = at; i < longest; i++) {
            char c = text.charAt(i);
            if (SentenceEnds.isEnd(c)) {
                return c == ';' || isItem(text, at, i + 1, limit, outer, lineStart) ? at : i + 1;
            }
            if (c == ':' && i - at <= LONGEST_BEFORE_COLON && i + 1 < limit) {
                return i + 1;
            }
            if (Numbering.isSpace(c) && i - at >= 4 && isProse(text, i + 1, limit)) {
                return i;
            }
        }
        return longest == limit ? limit : at;
    }

    /** Whether the first sentence behind a marker is all that the part has to say, or too long to head the rest. */
    private static boolean isItem(String text, int at, int end, int limit, boolean outer, boolean lineStart) {
        if (end == limit) {
            return !lineStart || end - at > (outer ? LONGEST : LONGEST_ITEM);
        }
        return end - at > LONGEST || Numbering.at(text, end, limit, false) != null;
    }

    /** Whether a heading and a paragraph run together at a space: much text follows, with a full stop in it. */
    private static boolean isProse(String text, int at, int limit) {
        if (limit - at < SHORTEST_PROSE) {
            return false;
        }
        int near = Math.min(limit, at + SHORTEST_PROSE);
        for (int i = at; i < near; i++) {
            if (Numbering.isSpace(text.charAt(i)) && i > at + 1) {
                return false;
            }
        }
        return text.substring(at, Math.min(limit, at + NEAR_STOP)).indexOf('\u3002') >= 0;
    }
}
