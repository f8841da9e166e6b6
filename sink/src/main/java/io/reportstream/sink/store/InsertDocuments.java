package io.reportstream.sink.store;

import io.reportstream.contract.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes document rows of reports that have none. */
final class InsertDocuments {
    private static final String SQL = """
            insert into document (report_id, document_no, title, region, year, genre, span_start, span_end)
            select * from unnest(
                ?::text[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::integer[], ?::integer[])
            """;

    private InsertDocuments() {}

    static int run(Connection connection, List<Found<Document>> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(row -> row.report().id())
                    .integer(Found::index)
                    .text(row -> row.what().title())
                    .text(row -> row.what().region())
                    .integerOrNull(row -> row.what().year())
                    .text(row -> row.what().genre())
                    .integer(row -> row.what().start())
                    .integer(row -> row.what().end());
            return statement.executeUpdate();
        }
    }
}
