package io.reportstream.processor.extract;

import java.math.BigDecimal;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads 1918, 1,918.5, 80多万, 2.09亿, 3千, 1.2万亿, and 22、5万 or 7、2公里 where a decimal point was printed as 、. */
final class ArabicNumerals {
    /** Longer runs of digits are serial numbers. */
    private static final int MAX_DIGITS = 15;

    /** How far before a row of numbers the word stands that hands them out. */
    private static final int ROW = 12;

    private final Units units;

    ArabicNumerals(Units units) {
        this.units = units;
    }

    /**
     * The numeral at {@code from}, where a digit stands.
     *
     * @param isComma whether the comma at an offset may part thousands (a full-width one never does)
     * @return null for what is too long to be a quantity
     */
    @Nullable
    Numeral read(String text, int from, int limit, IntPredicate isComma) {
        StringBuilder digits = new StringBuilder();
        int i = readDigits(text, from, limit, digits);
        if (i - from <= 3) {
            while (isGroup(text, i, limit) && isComma.test(i)) {
                digits.append(text, i + 1, i + 4);
                i += 4;
            }
        }
        if (i + 1 < limit && isPoint(text, from, i, limit) && isDigit(text.charAt(i + 1))) {
            digits.append('.');
            i = readDigits(text, i + 1, limit, digits);
        }
        if (digits.length() > MAX_DIGITS) {
            return null;
        }
        return withMultiplier(text, from, i, limit, new BigDecimal(digits.toString()));
    }

    private static int readDigits(String text, int from, int limit, StringBuilder out) {
        int i = from;
        while (i < limit && isDigit(text.charAt(i)) && out.length() <= MAX_DIGITS) {
            out.append(text.charAt(i++));
        }
        return i;
    }

    private Numeral withMultiplier(String text, int from, int digitsEnd, int limit, BigDecimal number) {
        int i = digitsEnd;
        boolean more = i < limit && isMore(text, i, limit);
        boolean about = i + 1 < limit && text.charAt(i) == '几' && multiplier(text.charAt(i + 1)) > 0;
        if (more || about) {
            i++;
        }
        if (i + 1 < limit && text.charAt(i) == '个' && isRoundBillion(text, i + 1, limit)) {
            i++;
        }
        long scale = 1;
        while (i < limit && multiplier(text.charAt(i)) > 0 && !units.standsAt(text, i, limit) && scale < MAX_SCALE) {
            scale *= multiplier(text.charAt(i));
            i++;
        }
        if (!more && i < limit && isMore(text, i, limit)) {
            more = true;
            i++;
        }
        if (isRound(units, text, i, limit)) {
            about = true;
            i++;
        }
        BigDecimal by = BigDecimal.valueOf(scale);
        return new Numeral(from, i, number.multiply(by), by, more, about, false);
    }

    /** 亿 as a thing that is counted: 投了3个亿; not 3个亿元企业. */
    private static boolean isRoundBillion(String text, int at, int limit) {
        return text.charAt(at) == '亿' && (at + 1 >= limit || "的,。;!?)、".indexOf(text.charAt(at + 1)) >= 0);
    }

    private static final long MAX_SCALE = 100_000_000L;

    private static boolean isGroup(String text, int at, int limit) {
        return at + 3 < limit
                && text.charAt(at) == ','
                && isDigit(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3))
                && (at + 4 >= limit || !isDigit(text.charAt(at + 4)));
    }

    /**
     * A decimal point, or 、 in its place: digits and a multiplier behind it (22、5万), or digits that make no row with those
     * before it (7、2公里, 2、3%; not 5、6家 or 分别增长2、3%).
     */
    private boolean isPoint(String text, int from, int at, int limit) {
        if (text.charAt(at) != '、') {
            return text.charAt(at) == '.';
        }
        int i = at + 1;
        while (i < limit && i < at + 4 && isDigit(text.charAt(i))) {
            i++;
        }
        if (i == at + 1 || i == limit) {
            return false;
        }
        return text.charAt(i) == '万' || text.charAt(i) == '亿' || isFraction(text, from, at, i, limit);
    }

    /** Whether the digits of {@code (at, end)} are decimals of those of {@code [from, at)}, by the unit behind them. */
    private boolean isFraction(String text, int from, int at, int end, int limit) {
        boolean inText = from > 0 && QuantityScanner.isChinese(text.charAt(from - 1)) && text.charAt(from - 1) != '第';
        if (!inText || end - at > 3 || at - from > 3 || handsOut(text, from)) {
            return false;
        }
        Units.Match unit = units.at(text, end, limit);
        if (unit == null || unit.unit().kind() == Unit.Kind.NONE || unit.unit().kind() == Unit.Kind.TIME) {
            return false;
        }
        int first = Integer.parseInt(text.substring(from, at));
        int second = Integer.parseInt(text.substring(at + 1, end));
        return unit.unit().measure().equals("%") || second < first;
    }

    /** 分别 or 各 close before a row of numbers. */
    private static boolean handsOut(String text, int from) {
        String near = text.substring(Math.max(0, from - ROW), from);
        return near.contains("分别") || near.contains("各");
    }

    /** 多 or 余 that belongs to the number; not 多种, 余额 and other words of their own. */
    static boolean isMore(String text, int at, int limit) {
        char c = text.charAt(at);
        if (c != '多' && c != '余') {
            return false;
        }
        char next = at + 1 < limit ? text.charAt(at + 1) : ' ';
        return c == '余' ? next != '额' : "元样边方渠".indexOf(next) < 0 || (next == '元' && !text.startsWith("元化", at + 1));
    }

    /** 来 between a round number and what is counted: 300来个, 二十来户; not 来自. */
    static boolean isRound(Units units, String text, int at, int limit) {
        if (at + 1 >= limit || text.charAt(at) != '来' || "0十百千万".indexOf(text.charAt(at - 1)) < 0) {
            return false;
        }
        Units.Match unit = units.at(text, at + 1, limit);
        return unit != null
                && unit.unit().kind() != Unit.Kind.NONE
                && unit.unit().kind() != Unit.Kind.TIME;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What a multiplier stands for, 0 for any other character. */
    static long multiplier(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }
}
