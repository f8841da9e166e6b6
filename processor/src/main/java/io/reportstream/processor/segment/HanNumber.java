package io.reportstream.processor.segment;

/** Reads the Chinese numerals that outlines use: 一 to 九十九. */
final class HanNumber {
    private static final String DIGITS = "一二三四五六七八九";

    private final int value;
    private final int end;

    private HanNumber(int value, int end) {
        this.value = value;
        this.end = end;
    }

    /** The numeral at {@code at}; its value is 0 where there is none. */
    static HanNumber read(String text, int at, int limit) {
        int tens = 0;
        int i = at;
        int digit = digit(text, i, limit);
        if (digit > 0) {
            i++;
        }
        if (i < limit && text.charAt(i) == '十') {
            tens = digit > 0 ? digit : 1;
            i++;
            digit = digit(text, i, limit);
            if (digit > 0) {
                i++;
            }
        }
        return new HanNumber(10 * tens + Math.max(0, digit), i);
    }

    private static int digit(String text, int at, int limit) {
        return at < limit ? DIGITS.indexOf(text.charAt(at)) + 1 : 0;
    }

    int value() {
        return value;
    }

    int end() {
        return end;
    }
}
