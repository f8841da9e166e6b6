package io.reportstream.producer.status;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.State;
import io.reportstream.producer.status.ReportStatus.Submitted;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the store's view {@code report_status} and table {@code submission}. Connects when first asked; a store that is down is no obstacle before. */
public final class JdbcReportStatuses implements ReportStatuses, AutoCloseable {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int QUERY_SECONDS = 10;

    /** A rejection of exactly this revision is told before a later revision that is stored. */
    private static final String SETTLED = """
            select distinct on (submitted.report_id, submitted.revision, submitted.source)
                   submitted.report_id, submitted.revision, submitted.source,
                   s.state, s.at, s.documents, s.sections, s.metrics, s.reason, s.stage, s.detail
              from unnest(?::text[], ?::bigint[], ?::text[]) as submitted (report_id, revision, source)
              join report_status s on s.report_id = submitted.report_id
               and (s.source is null or s.source = submitted.source)
               and (s.state = 'REJECTED' and s.revision = submitted.revision
                    or s.state = 'STORED' and s.revision >= submitted.revision)
             order by submitted.report_id, submitted.revision, submitted.source, s.state, s.at desc
            """;

    private final HikariDataSource pool;

    public JdbcReportStatuses(StoreSettings store) {
        HikariConfig config = new HikariConfig();
        // Else the pool asks its first connection once; where that one breaks at this moment, no other can be opened.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setPoolName("report-status");
        config.setJdbcUrl(store.jdbcUrl());
        config.setUsername(store.user());
        config.setPassword(store.password() == null ? null : store.password().value());
        config.setReadOnly(true);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Map<Submitted, ReportStatus> settled(Collection<Submitted> submitted) {
        Map<Submitted, ReportStatus> settled = new HashMap<>();
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(SETTLED)) {
            Array ids = connection.createArrayOf(
                    "text", submitted.stream().map(Submitted::id).toArray());
            Array revisions = connection.createArrayOf(
                    "bigint", submitted.stream().map(Submitted::revision).toArray());
            Array sources = connection.createArrayOf(
                    "text", submitted.stream().map(Submitted::source).toArray());
            query.setArray(1, ids);
            query.setArray(2, revisions);
            query.setArray(3, sources);
            query.setQueryTimeout(QUERY_SECONDS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ReportStatus status = status(rows);
                    settled.put(new Submitted(status.id(), status.revision(), rows.getString("source")), status);
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("cannot read report_status", e);
        }
        return settled;
    }

    @Override
    public Optional<ReportStatus> journey(Asked asked) {
        try (Connection connection = pool.getConnection()) {
            return SelectJourney.run(connection, asked, QUERY_SECONDS);
        } catch (SQLException e) {
            throw new StoreUnavailableException("cannot read report_status", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static ReportStatus status(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new ReportStatus(
                row.getString("report_id"),
                row.getLong("revision"),
                State.valueOf(row.getString("state")),
                at == null ? null : at.toInstant(),
                integer(row, "documents"),
                integer(row, "sections"),
                integer(row, "metrics"),
                row.getString("reason"),
                row.getString("stage"),
                row.getString("detail"),
                null);
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
