package io.reportstream.sink.rejected;

/** Foreign text on a terminal. */
final class Terminal {
    private Terminal() {}

    /** Without control characters, which could move the cursor or recolour what others wrote. */
    static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
