package io.reportstream.sink.store;

import static io.reportstream.sink.TestReports.rejection;
import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.types.Password;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {
    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theWriterCanDoAllThatTheSinkDoes() {
        StoreConfig writer = user("reportstream_writer");
        try (HikariDataSource pool = Database.open(writer, "test", 2)) {
            Migrations.check(pool, writer);
            TopicPartition partition = new TopicPartition("reports.processed", 0);
            ReportStore store = new PostgresReportStore(pool);
            for (int round = 0; round < 2; round++) {
                Batch batch = new Batch();
                batch.delete("b");
                batch.add(report("a", round));
                batch.add(rejection("c", 1L, round));
                batch.add(new Submission(0, round, "a", 1L, "s", report("a", 1).receivedAt(), 1, 0));
                batch.advance(
                        partition,
                        store.claim(Map.of(partition, Uuid.randomUuid())).get(partition));
                assertThat(store.write(batch).reports()).containsExactly("a");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table metric", "create table mine (id integer)", "delete from flyway_schema_history"})
    void theWriterCannotChangeTheSchema(String sql) {
        assertDenied(user("reportstream_writer"), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from latest_metric",
                "select * from target_and_outcome",
                "select * from document_summary",
                "select * from report_status",
                "select * from rejection_state",
                "select * from ledger",
                "select * from journey",
                "select text from report"
            })
    void theReaderReadsWhatIsForReaders(String sql) throws SQLException {
        try (HikariDataSource pool = Database.open(user("reportstream_reader"), "test", 1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"select payload from rejection", "delete from report", "update metric set value = 0"})
    void theReaderReadsNoPayloadsAndChangesNothing(String sql) {
        assertDenied(user("reportstream_reader"), sql);
    }

    @Test
    void aSchemaThatIsNotUpToDateIsNotWrittenTo() {
        database.execute("delete from flyway_schema_history where version = '5'");

        assertThatThrownBy(() -> Migrations.check(database.pool(), database.config()))
                .isInstanceOf(FlywayException.class);
    }

    private static void assertDenied(StoreConfig user, String sql) {
        try (HikariDataSource pool = Database.open(user, "test", 1)) {
            assertThatThrownBy(() -> {
                        try (Connection connection = pool.getConnection();
                                Statement statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    })
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private StoreConfig user(String role) {
        String name = role + "_" + Long.toString(System.nanoTime(), 36);
        database.execute("create role " + name + " login in role " + role);
        return new StoreConfig(database.config().jdbcUrl(), name, new Password(""));
    }
}
