package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, as it stands in the text.
 *
 * @param start span in the clean text, words glued behind (多, 以上) included
 * @param kind of its unit
 * @param qualifier as far as the span itself tells
 * @param rank whether it is a place in an order
 * @param chinese whether the number is printed in Chinese characters alone
 */
record Quantity(
        int start,
        int end,
        BigDecimal value,
        @Nullable BigDecimal high,
        String measure,
        Unit.Kind kind,
        Qualifier qualifier,
        boolean rank,
        boolean chinese) {
    Quantity in(String measure, Unit.Kind kind) {
        return new Quantity(start, end, value, high, measure, kind, qualifier, rank, chinese);
    }

    /** With the minus sign before it. */
    Quantity negative() {
        return new Quantity(start - 1, end, value.negate(), high, measure, kind, qualifier, rank, chinese);
    }
}
