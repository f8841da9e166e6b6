package io.reportstream.processor.extract;

/** The numbers of dates: years of four digits, months and days, Arabic or Chinese. */
final class DateNumbers {
    private static final int MAX_SMALL = 31;

    private DateNumbers() {}

    /** The end of a year (2014, 二〇一四) at {@code from}, or {@code from}. */
    static int endOfYear(String text, int from, int limit) {
        int year = from + 4 <= limit ? year(text, from) : -1;
        boolean ends = from + 4 >= limit || !ArabicNumerals.isDigit(text.charAt(from + 4));
        return year >= 1900 && year < 2100 && ends ? from + 4 : from;
    }

    /** The four digits at {@code from} as a number; -1 where they are none. */
    static int year(String text, int from) {
        int year = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            year = year * 10 + digit;
        }
        return year;
    }

    /** The end of a number from 1 to 31 at {@code from}, or {@code from}. */
    static int endOfSmall(String text, int from, int limit) {
        int i = from;
        while (i < limit && i < from + 4 && isPart(text.charAt(i))) {
            i++;
        }
        if (i == from || (i < limit && isPart(text.charAt(i)))) {
            return from;
        }
        int value = small(text.substring(from, i));
        return value >= 1 && value <= MAX_SMALL ? i : from;
    }

    /** The value of 12, 十二 or 二十一; -1 for anything else. */
    static int small(String number) {
        if (number.isEmpty()) {
            return -1;
        }
        int value = 0;
        int pending = -1;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '十') {
                value = (pending < 0 ? 1 : pending) * 10;
                pending = 0;
            } else if (digit(c) < 0) {
                return -1;
            } else if (ArabicNumerals.isDigit(c)) {
                pending = Math.max(pending, 0) * 10 + digit(c);
            } else {
                pending = digit(c);
            }
        }
        return value + Math.max(pending, 0);
    }

    private static boolean isPart(char c) {
        return c == '十' || digit(c) >= 0;
    }

    private static int digit(char c) {
        return ArabicNumerals.isDigit(c) ? c - '0' : ChineseNumerals.digit(c);
    }
}
