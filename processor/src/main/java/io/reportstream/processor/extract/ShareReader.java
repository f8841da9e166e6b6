package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads 百分之三十, 千分之五, 三分之二 and 一半. */
final class ShareReader {
    /** Digits kept of a fraction such as 三分之一. */
    private static final int SCALE = 6;

    private static final int LONGEST_DIVISOR = 3;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String[] HALF_TAILS = {"以上", "左右", "以下", "多", "的", ",", "。", ";"};

    private final QuantityReader reader;

    ShareReader(QuantityReader reader) {
        this.reader = reader;
    }

    /** The share at {@code from}; null where none stands. */
    @Nullable
    Quantity at(String text, int from, int end, IntPredicate isComma) {
        if (text.startsWith("一半", from) && isHalf(text, from + 2, end)) {
            return share(text, from, HALF, "", from + 2, end);
        }
        boolean percent = text.startsWith("百分之", from);
        if (percent || text.startsWith("千分之", from)) {
            return hundredths(text, from, end, isComma, percent ? "%" : "\u2030");
        }
        for (int below = from + 1; below <= from + LONGEST_DIVISOR && below < end; below++) {
            if (text.startsWith("分之", below)) {
                return fraction(text, from, below, end, isComma);
            }
        }
        return null;
    }

    private @Nullable Quantity hundredths(String text, int from, int end, IntPredicate isComma, String measure) {
        Numeral number = reader.numeral(text, from + 3, end, isComma);
        int second = number == null ? 0 : number.end() + 1;
        boolean range = number != null
                && second + 3 < end
                && "-—–~至到".indexOf(text.charAt(second - 1)) >= 0
                && text.startsWith(text.substring(from, from + 3), second);
        Numeral high = range ? reader.numeral(text, second + 3, end, isComma) : null;
        if (number != null && high != null) {
            return new Quantity(
                    from,
                    high.end(),
                    number.value(),
                    high.value(),
                    measure,
                    Unit.Kind.PERCENT,
                    Qualifier.RANGE,
                    false,
                    true);
        }
        if (number != null) {
            return QuantityReader.quantity(
                    text,
                    from,
                    number.value(),
                    null,
                    measure,
                    Unit.Kind.PERCENT,
                    number.more(),
                    number.about(),
                    number.chinese(),
                    number.end(),
                    end);
        }
        boolean all = text.startsWith("百分之百", from) && from + 4 <= end;
        return all ? share(text, from, new BigDecimal(100), measure, from + 4, end) : null;
    }

    private @Nullable Quantity fraction(String text, int from, int below, int end, IntPredicate isComma) {
        Numeral parts = reader.numeral(text, from, below, isComma);
        Numeral number = below + 2 < end ? reader.numeral(text, below + 2, end, isComma) : null;
        if (parts == null
                || parts.end() != below
                || number == null
                || number.value().compareTo(parts.value()) >= 0) {
            return null;
        }
        BigDecimal value = number.value().divide(parts.value(), SCALE, RoundingMode.HALF_UP);
        return share(text, from, value, "", number.end(), end);
    }

    private static boolean isHalf(String text, int at, int end) {
        if (at >= end) {
            return true;
        }
        for (String tail : HALF_TAILS) {
            if (text.startsWith(tail, at)) {
                return true;
            }
        }
        return false;
    }

    private static Quantity share(String text, int from, BigDecimal value, String measure, int at, int end) {
        return QuantityReader.quantity(
                text, from, value, null, measure, Unit.Kind.PERCENT, false, false, true, at, end);
    }
}
