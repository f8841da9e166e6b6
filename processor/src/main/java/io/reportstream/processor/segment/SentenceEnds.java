package io.reportstream.processor.segment;

/** Where sentences end. Clean text has one width, so each mark has one form. */
final class SentenceEnds {
    private static final String CLOSERS = "”’」』)";

    private SentenceEnds() {}

    static boolean isEnd(char c) {
        return c == '\u3002' || c == '!' || c == '?' || c == ';';
    }

    /** The offset behind the marks and closing quotes that belong to the end at {@code at}. */
    static int after(String text, int at, int limit) {
        int end = at + 1;
        while (end < limit && (isEnd(text.charAt(end)) || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
