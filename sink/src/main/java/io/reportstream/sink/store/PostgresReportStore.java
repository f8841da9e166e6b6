package io.reportstream.sink.store;

import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Section;
import io.reportstream.service.Health;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Reports in PostgreSQL; one transaction per call. */
public final class PostgresReportStore implements ReportStore {
    private static final int CHECK_SECONDS = 2;

    private final DataSource database;

    /** @param database with the schema of {@link Migrations} in it */
    public PostgresReportStore(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<TopicPartition, Position> claim(Map<TopicPartition, Uuid> partitions) {
        return inTransaction(connection -> ClaimPartitions.run(connection, partitions));
    }

    @Override
    public Written write(Batch batch) {
        return inTransaction(connection -> write(connection, batch));
    }

    @Override
    public Health check() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(CHECK_SECONDS) ? Health.ok() : Health.down("the database does not answer");
        } catch (SQLException e) {
            return Health.down("no connection to the database (SQLSTATE " + e.getSQLState() + ")");
        }
    }

    private static Written write(Connection connection, Batch batch) throws SQLException {
        AdvanceOffsets.run(connection, batch.positions());
        int deleted = batch.deletions().isEmpty() ? 0 : DeleteReports.run(connection, batch.deletions());
        int rejections = batch.rejections().isEmpty() ? 0 : InsertRejections.run(connection, batch.rejections());
        if (!batch.submissions().isEmpty()) {
            InsertSubmissions.run(connection, batch.submissions());
        }
        if (batch.reports().isEmpty()) {
            return new Written(Set.of(), 0, 0, 0, deleted, rejections);
        }
        Set<String> written = UpsertReports.run(connection, batch.reports());
        DeleteReports.found(connection, written);
        List<ProcessedReport> reports = batch.reports().stream()
                .filter(report -> written.contains(StorableText.of(report.id())))
                .toList();
        List<Found<Document>> documents = Found.documents(reports);
        List<Found<Section>> sections = Found.in(documents, Document::sections);
        List<Found<Metric>> metrics = Found.in(documents, Document::metrics);
        return new Written(
                written,
                InsertDocuments.run(connection, documents),
                InsertSections.run(connection, sections),
                InsertMetrics.run(connection, metrics),
                deleted,
                rejections);
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
