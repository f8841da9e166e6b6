package io.reportstream.sink.rejected;

import io.reportstream.sink.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The rejections in the database. */
public final class RejectionStore {
    private static final String PAYLOAD = "select payload from rejection where id = ?";
    private static final String REPLAYED = "update rejection set replayed_at = clock_timestamp() where id = ?";

    private final DataSource database;

    public RejectionStore(DataSource database) {
        this.database = database;
    }

    /** By cause, those with most open ones first. */
    public List<RejectionGroup> groups(RejectionFilter filter, int limit) {
        return with(connection -> SelectRejections.groups(connection, filter, limit));
    }

    /** The latest first. */
    public List<RejectionSummary> rows(RejectionFilter filter, int limit) {
        return with(connection -> SelectRejections.rows(connection, filter, limit));
    }

    public Optional<RejectionSummary> find(long id) {
        return rows(RejectionFilter.ofId(id), 1).stream().findFirst();
    }

    /** The bytes that were rejected; empty only where they did not fit into a message, or there is no such rejection. */
    public byte[] payload(long id) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAYLOAD)) {
                statement.setLong(1, id);
                try (ResultSet result = statement.executeQuery()) {
                    return result.next() ? result.getBytes(1) : new byte[0];
                }
            }
        });
    }

    void markReplayed(long id) {
        with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REPLAYED)) {
                statement.setLong(1, id);
                return statement.executeUpdate();
            }
        });
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T with(Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new StoreUnavailableException("SQLSTATE " + e.getSQLState(), null);
        }
    }
}
