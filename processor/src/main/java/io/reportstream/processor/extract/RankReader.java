package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads places in an order: 第2位, 第八名, 首位, 排名第五, 前三名. */
final class RankReader {
    private static final String MEASURE = "位";
    /** How far before 第一 the word stands that makes it a place. */
    private static final int REACH = 14;

    private static final String PLACES = "居列排位名冠省市国县区州均全获第跃占";

    /** The rank at {@code from}, where 第, 首 or 前 stands; null for an ordinal that ranks nothing (第五批). */
    @Nullable
    Quantity at(String text, int from, int end, int floor) {
        char c = text.charAt(from);
        if (c == '首') {
            boolean first = text.startsWith("首位", from) && !text.startsWith("首位度", from) && from + 2 <= end;
            return first && isPlaced(text, from, floor) ? rank(from, from + 2, 1, Qualifier.EXACT) : null;
        }
        int numberEnd = endOfNumber(text, from + 1, end);
        int value = DateNumbers.small(text.substring(from + 1, Math.min(numberEnd, from + 5)));
        if (numberEnd == from + 1 || value < 1) {
            return null;
        }
        char next = numberEnd < end ? text.charAt(numberEnd) : '。';
        boolean named = next == '位' || next == '名';
        int last = named ? numberEnd + 1 : numberEnd;
        if (c == '前') {
            return (named || isEnd(next)) && isPlaced(text, from, floor)
                    ? rank(from, last, value, Qualifier.LESS)
                    : null;
        }
        return named || (isEnd(next) && isPlaced(text, from, floor)) ? rank(from, last, value, Qualifier.EXACT) : null;
    }

    /** Behind 第 and its number, whatever it numbers. */
    int endOfOrdinal(String text, int from, int end) {
        return Math.max(from + 1, endOfNumber(text, from + 1, end));
    }

    private static int endOfNumber(String text, int from, int end) {
        int i = from;
        while (i < end
                && (ArabicNumerals.isDigit(text.charAt(i))
                        || text.charAt(i) == '十'
                        || ChineseNumerals.digit(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean isEnd(char c) {
        return ",。;、!?)(和及并的\n".indexOf(c) >= 0;
    }

    private static boolean isPlaced(String text, int from, int floor) {
        for (int i = from - 1; i >= Math.max(floor, from - REACH); i--) {
            if (",。;、!?".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
            if (PLACES.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Quantity rank(int start, int end, int value, Qualifier qualifier) {
        return new Quantity(
                start, end, BigDecimal.valueOf(value), null, MEASURE, Unit.Kind.PERSON, qualifier, true, false);
    }
}
