package io.reportstream.standalone.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few metrics of each document that say most: of a known indicator, with a period, surely read. */
final class SelectTellingMetrics {
    private static final int PER_DOCUMENT = 5;
    private static final String SQL = """
            with ranked as (
                select m.*,
                       row_number() over (partition by report_id, document_no, coalesce(indicator_key, indicator)
                                          order by period is null, confidence desc, metric_no) as of_indicator,
                       (indicator_key is null)::int + (period is null)::int as unknowns
                  from metric m
                 where indicator is not null),
            best as (
                select *, row_number() over (partition by report_id, document_no
                                             order by unknowns, confidence desc, metric_no) as place
                  from ranked
                 where of_indicator = 1)
            select report_id, document_no, indicator, type, value, high, measure, status, period, surface
              from best
             where place <= ?
             order by report_id, document_no, metric_no
            """;

    private SelectTellingMetrics() {}

    static TextTable run(Connection connection, Map<String, String> names) throws SQLException {
        TextTable table = new TextTable(
                List.of("report", "doc", "indicator", "type", "value", "measure", "status", "period", "surface"),
                24,
                3,
                32,
                6,
                32,
                14,
                6,
                20,
                24);
        try (PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setInt(1, PER_DOCUMENT);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    table.add(
                            names.getOrDefault(rows.getString("report_id"), rows.getString("report_id")),
                            rows.getInt("document_no"),
                            rows.getString("indicator"),
                            rows.getString("type"),
                            amount(rows.getBigDecimal("value"), rows.getBigDecimal("high")),
                            rows.getString("measure"),
                            rows.getString("status"),
                            rows.getString("period"),
                            rows.getString("surface"));
                }
            }
        }
        return table;
    }

    private static String amount(BigDecimal value, BigDecimal high) {
        return high == null ? grouped(value) : grouped(value) + " – " + grouped(high);
    }

    private static String grouped(BigDecimal value) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
