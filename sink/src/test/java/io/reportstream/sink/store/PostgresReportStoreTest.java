package io.reportstream.sink.store;

import static io.reportstream.sink.TestReports.rejection;
import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Reason;
import io.reportstream.sink.TestReports;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresReportStoreTest extends ReportStoreContract {
    private static final Analysis NOTHING = new Analysis(List.of(), List.of(), List.of(), "t");

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    ReportStore store() {
        return new PostgresReportStore(database.pool());
    }

    @Override
    Map<String, Long> stored() {
        return database.query("select id, revision from report").stream()
                .collect(Collectors.toMap(row -> (String) row.get("id"), row -> (Long) row.get("revision")));
    }

    @Override
    List<BigDecimal> values(String reportId) {
        return database
                .query("select value from metric where report_id = '" + reportId + "' order by document_no, metric_no")
                .stream()
                .map(row -> (BigDecimal) row.get("value"))
                .toList();
    }

    @Override
    long rejections() {
        return database.count("rejection");
    }

    @Override
    void refuse(String reportId) {
        database.execute("alter table metric add constraint no_bad check (report_id <> '" + reportId + "')");
    }

    @Test
    void storesTextThatPostgresCannotHoldCharByChar() {
        String text = "a\0b\ud800c\udc00d😀𠀀";
        store(report("a", 1, text, NOTHING));

        String stored =
                (String) database.query("select text from report").get(0).get("text");
        assertThat(stored).isEqualTo("a\u2400b\ufffdc\ufffdd😀𠀀").hasSameSizeAs(text);
    }

    @Test
    void aRejectionKeepsEveryByteOfItsPayload() {
        ReportStore store = new PostgresReportStore(database.pool());
        Batch batch = new Batch();
        batch.add(rejection("a\0".repeat(400), null, 10));
        batch.advance(FIRST, store.claim(Map.of(FIRST, TOPIC_ID)).get(FIRST));
        store.write(batch);

        Map<String, Object> row =
                database.query("select report_id, payload from rejection").get(0);
        assertThat(row.get("payload")).isEqualTo(new byte[] {0, 1, 2, -1});
        assertThat((String) row.get("report_id")).hasSize(200);
    }

    @Test
    void theErrorOfARefusedRowShowsNothingOfTheRow() {
        refuse("bad");
        ReportStore store = new PostgresReportStore(database.pool());
        Batch batch = new Batch();
        batch.add(report("bad", 1));
        batch.advance(FIRST, store.claim(Map.of(FIRST, TOPIC_ID)).get(FIRST));

        assertThatThrownBy(() -> store.write(batch))
                .isInstanceOf(RowRefusedException.class)
                .hasMessage("SQLSTATE 23514 metric, no_bad")
                .hasNoCause();
    }

    @Test
    void anIdThatIsTooLongIsRefusedAsData() {
        assertThatThrownBy(() -> store(report("x".repeat(5000), 1, "。", NOTHING)))
                .isInstanceOf(RowRefusedException.class)
                .hasMessageContaining("report_id_length");
    }

    @Test
    void aReadOnlyDatabaseIsWaitedForAndNotBlamedOnTheData() {
        database.execute("alter database "
                + database.query("select current_database() as name").get(0).get("name")
                + " set default_transaction_read_only = on");
        database.pool().getHikariPoolMXBean().softEvictConnections();

        assertThatThrownBy(() -> store(report("a", 1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("25006");
    }

    @Test
    void aClosedDatabaseIsWaitedFor() {
        database.pool().close();

        assertThatThrownBy(() -> store(report("a", 1))).isInstanceOf(StoreUnavailableException.class);
        assertThat(new PostgresReportStore(database.pool()).check().up()).isFalse();
    }

    @Test
    void statusOfASubmissionIsWhatBecameOfThatRevision() {
        Instant before = TestReports.RECEIVED;
        ReportStore store = new PostgresReportStore(database.pool());
        Batch batch = new Batch();
        batch.add(report("stored", 5));
        batch.add(report("replayed", 5));
        batch.add(rejection("stored", 4L, Reason.SUPERSEDED, 1, before.plusSeconds(60)));
        batch.add(rejection("replayed", 5L, Reason.ANALYSIS_FAILED, 2, before));
        batch.add(rejection("rejected", 1L, Reason.ANALYSIS_FAILED, 3, before));
        batch.add(rejection("rejected", 1L, Reason.NO_TEXT, 4, before.plusSeconds(1)));
        batch.advance(FIRST, store.claim(Map.of(FIRST, TOPIC_ID)).get(FIRST));
        store.write(batch);

        assertThat(database
                        .query(
                                "select report_id, revision, state, documents, sections, metrics, reason, stage from report_status"
                                        + " order by report_id, revision")
                        .stream()
                        .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))))
                .containsExactly(
                        "rejected 1 REJECTED null null null NO_TEXT CLEAN",
                        "replayed 5 STORED 1 2 2 null null",
                        "stored 4 REJECTED null null null SUPERSEDED DECODE",
                        "stored 5 STORED 1 2 2 null null");
    }

    private void store(ProcessedReport report) {
        ReportStore store = new PostgresReportStore(database.pool());
        Batch batch = new Batch();
        batch.add(report);
        batch.advance(FIRST, store.claim(Map.of(FIRST, TOPIC_ID)).get(FIRST));
        store.write(batch);
    }
}
