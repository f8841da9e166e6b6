package io.reportstream.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one report, flat; the value of {@link Topic#METRICS}. The fields it shares with {@link Metric} mean the
 * same.
 *
 * @param document index into the documents of the report
 * @param metric index into the metrics of the document
 * @param label label of the section that holds the metric
 */
public record MetricRow(
        int schemaVersion,
        String reportId,
        long revision,
        String source,
        int document,
        @Nullable String documentTitle,
        @Nullable String region,
        @Nullable Integer year,
        Genre genre,
        int section,
        Label label,
        int metric,
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
        double confidence) {
    public static final int SCHEMA_VERSION = 1;
}
