package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity with what it counts.
 *
 * @param owner the noun phrase that later clauses of the text may leave out
 * @param own whether the text names the indicator anew, rather than leaving it out
 * @param certainty how plainly the text names the indicator, 0 to 1
 */
record Reading(
        Quantity quantity,
        BigDecimal value,
        @Nullable BigDecimal high,
        String measure,
        @Nullable String indicator,
        String owner,
        MetricType type,
        Qualifier qualifier,
        Left left,
        boolean own,
        double certainty) {
    Reading named(@Nullable String name) {
        return new Reading(quantity, value, high, measure, name, owner, type, qualifier, left, own, certainty);
    }
}
