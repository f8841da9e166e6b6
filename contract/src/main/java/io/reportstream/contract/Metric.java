package io.reportstream.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One quantity that a report states.
 *
 * @param start span of {@code surface} in the raw text
 * @param surface the exact slice of the raw text
 * @param value in the plain unit, 万 and 亿 worked out; the low end of a range
 * @param high the high end of a range, else null
 * @param measure the unit without multiplier (元, 家, %, 个百分点, 元/月); empty for a bare count
 * @param indicator what is counted, clean simplified Chinese
 * @param indicatorKey the canonical name under which the same indicator meets across reports
 * @param period the governing time expression in the text's words; null where none governs
 * @param periodStart first day of the period; null where the text does not fix it
 * @param periodEnd last day of the period, inclusive; null where the text does not fix it
 * @param section index into the sections of the document
 * @param confidence chance that the row is right, 0 to 1
 */
public record Metric(
        int start,
        int end,
        String surface,
        BigDecimal value,
        @Nullable BigDecimal high,
        String measure,
        @Nullable String indicator,
        @Nullable String indicatorKey,
        MetricType type,
        MetricStatus status,
        Qualifier qualifier,
        @Nullable String period,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        int section,
        double confidence) {
    public Metric {
        new Span(start, end);
        value = plain(value);
        high = high == null ? null : plain(high);
    }

    /** Without trailing zeros and without exponent, so that equal numbers are equal objects. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
