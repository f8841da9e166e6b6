package io.reportstream.sink.store;

import io.reportstream.contract.Section;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes section rows of reports that have none. */
final class InsertSections {
    private static final String SQL = """
            insert into section (
                report_id, document_no, section_no, label, heading, level, span_start, span_end, confidence, excerpt)
            select * from unnest(
                ?::text[], ?::integer[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[],
                ?::double precision[], ?::text[])
            """;

    private InsertSections() {}

    static int run(Connection connection, List<Found<Section>> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(row -> row.report().id())
                    .integer(Found::document)
                    .integer(Found::index)
                    .text(row -> row.what().label())
                    .text(row -> row.what().heading())
                    .integer(row -> row.what().level())
                    .integer(row -> row.what().start())
                    .integer(row -> row.what().end())
                    .real(row -> row.what().confidence())
                    .text(row -> Excerpt.beginning(
                            row.report().text(), row.what().start(), row.what().end()));
            return statement.executeUpdate();
        }
    }
}
