package io.reportstream.sink.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells data that the database refuses from a database that cannot work now. */
final class SqlErrors {
    /** Classes whose messages speak of the database and never of the data. */
    private static final Set<String> EXPLAINED = Set.of("08", "25", "28", "3D", "42", "53", "55", "57", "58");

    /** Connection, transaction state such as read-only, resources, locks, operators, the system. */
    private static final Set<String> PASSING = Set.of("08", "25", "53", "55", "57", "58");

    private SqlErrors() {}

    static RuntimeException translate(SQLException e) {
        if (refusesData(e)) {
            return new RowRefusedException(place(e));
        }
        if (e.getSQLState() == null || EXPLAINED.contains(e.getSQLState().substring(0, 2))) {
            return new StoreUnavailableException("SQLSTATE " + e.getSQLState() + ": " + e.getMessage(), e);
        }
        return new StoreUnavailableException(place(e), null);
    }

    /**
     * Data exceptions (22), violated constraints (23), and limits such as that of an index row (54).
     *
     * @see "PostgreSQL documentation, appendix A: error codes"
     */
    static boolean refusesData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /** Whether it may well go by itself: the database is down, starting, full, locked or read-only. */
    static boolean passes(SQLException e) {
        return e.getSQLState() != null && PASSING.contains(e.getSQLState().substring(0, 2));
    }

    /** Without the server's message, which echoes values. */
    private static String place(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException error ? error.getServerErrorMessage() : null;
        if (server == null) {
            return "SQLSTATE " + e.getSQLState();
        }
        return Stream.of(server.getTable(), server.getColumn(), server.getConstraint())
                .filter(name -> name != null)
                .collect(Collectors.joining(", ", "SQLSTATE " + e.getSQLState() + " ", ""))
                .strip();
    }
}
