package io.reportstream.sink.store;

import io.reportstream.contract.Metric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes metric rows of reports that have none. */
final class InsertMetrics {
    private static final String SQL = """
            insert into metric (
                report_id, document_no, metric_no, section_no, label, indicator, indicator_key, type, status, value,
                high, measure, qualifier, period, period_start, period_end, surface, evidence, span_start, span_end,
                confidence)
            select
                report_id, document_no, metric_no, section_no, label, indicator, indicator_key, type, status, value,
                high, measure, qualifier, period, period_start::date, period_end::date, surface, evidence, span_start,
                span_end, confidence
            from unnest(
                ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::integer[], ?::integer[], ?::double precision[])
                as row (
                    report_id, document_no, metric_no, section_no, label, indicator, indicator_key, type, status,
                    value, high, measure, qualifier, period, period_start, period_end, surface, evidence, span_start,
                    span_end, confidence)
            """;

    private InsertMetrics() {}

    static int run(Connection connection, List<Found<Metric>> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(row -> row.report().id())
                    .integer(Found::document)
                    .integer(Found::index)
                    .integer(row -> row.what().section())
                    .text(row -> row.documentOf()
                            .sections()
                            .get(row.what().section())
                            .label())
                    .text(row -> row.what().indicator())
                    .text(row -> row.what().indicatorKey())
                    .text(row -> row.what().type())
                    .text(row -> row.what().status())
                    .numeric(row -> row.what().value())
                    .numeric(row -> row.what().high())
                    .text(row -> row.what().measure())
                    .text(row -> row.what().qualifier())
                    .text(row -> row.what().period())
                    .text(row -> row.what().periodStart())
                    .text(row -> row.what().periodEnd())
                    .text(row -> row.what().surface())
                    .text(row -> Excerpt.sentence(
                            row.report().text(), row.what().start(), row.what().end()))
                    .integer(row -> row.what().start())
                    .integer(row -> row.what().end())
                    .real(row -> row.what().confidence());
            return statement.executeUpdate();
        }
    }
}
