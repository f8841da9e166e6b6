package io.reportstream.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Removes reports, or only what was found in them. */
final class DeleteReports {
    private static final String SQL = "delete from report where id = any(?::text[])";

    /** Sections and metrics go with their document. */
    private static final String FOUND_SQL = "delete from document where report_id = any(?::text[])";

    private DeleteReports() {}

    static int run(Connection connection, Collection<String> ids) throws SQLException {
        return delete(connection, SQL, ids);
    }

    static void found(Connection connection, Collection<String> ids) throws SQLException {
        delete(connection, FOUND_SQL, ids);
    }

    private static int delete(Connection connection, String sql, Collection<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            String[] sorted = ids.stream().map(StorableText::of).sorted().toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", sorted));
            return statement.executeUpdate();
        }
    }
}
