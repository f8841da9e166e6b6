package io.reportstream.sink.ledger;

import static io.reportstream.sink.TestReports.RECEIVED;
import static io.reportstream.sink.TestReports.rejection;
import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.sink.store.Submission;
import io.reportstream.sink.store.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Ledger ledger = new Ledger(database.pool(), meters);

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void everyAcceptedReportIsStoredRejectedOrInFlight() throws SQLException {
        database.write(batch -> {
            batch.add(submission(1, "stored", 5L, 0));
            batch.add(submission(2, "replaced", 4L, 0));
            batch.add(submission(3, "rejected", 1L, 0));
            batch.add(submission(4, "unreadable", null, 0));
            batch.add(submission(5, "on-its-way", 1L, 0));
            batch.add(report("stored", 5));
            batch.add(report("replaced", 9));
            batch.add(rejection("rejected", 1L, 3));
            batch.add(rejection("unreadable-abc", null, Reason.NOT_JSON, 4, RECEIVED));
        });
        ledger.settle();

        assertThat(
                        database.query(
                                "select accepted, stored, rejected, in_flight, replayed, day::text, source from ledger where source = 'linyi'"))
                .containsExactly(Map.of(
                        "accepted",
                        5L,
                        "stored",
                        2L,
                        "rejected",
                        2L,
                        "in_flight",
                        1L,
                        "replayed",
                        0L,
                        "day",
                        "2024-01-15",
                        "source",
                        "linyi"));
        assertThat(meters.get("reportstream.ledger.in.flight").gauge().value()).isEqualTo(1);
        assertThat(meters.get("reportstream.ledger.oldest.in.flight").gauge().value())
                .isPositive();
        assertThat(meters.get("reportstream.ledger.settled")
                        .tag("outcome", "STORED")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aReplayedReportIsAcceptedTwiceRejectedOnceAndStoredOnce() throws SQLException {
        database.write(batch -> {
            batch.add(submission(1, "a", 5L, 0));
            batch.add(rejection("a", 5L, Reason.ANALYSIS_FAILED, 1, RECEIVED));
        });
        ledger.settle();
        database.write(batch -> {
            batch.add(submission(2, "a", 5L, 1));
            batch.add(report("a", 5));
        });
        ledger.settle();

        assertThat(database.query("select accepted, stored, rejected, in_flight, replayed from ledger"))
                .containsExactly(Map.of("accepted", 2L, "stored", 1L, "rejected", 1L, "in_flight", 0L, "replayed", 1L));
    }

    @Test
    void whatTheSinkRefusedIsRejectedThoughAnOlderRevisionIsStored() throws SQLException {
        RejectedReport refused = rejection("a", 5L, Reason.ROW_REFUSED, 77, RECEIVED.plusSeconds(1));
        database.write(batch -> {
            batch.add(submission(1, "a", 4L, 0));
            batch.add(submission(2, "a", 5L, 0));
            batch.add(report("a", 4));
            batch.add(refused);
        });
        database.execute("update rejection set origin_topic = 'reports.processed'");
        ledger.settle();

        assertThat(database.query("select revision, outcome from submission order by revision"))
                .containsExactly(
                        Map.of("revision", 4L, "outcome", "STORED"), Map.of("revision", 5L, "outcome", "REJECTED"));
    }

    @Test
    void nothingInFlightIsZeroAndNotUnknown() throws SQLException {
        ledger.settle();

        assertThat(meters.get("reportstream.ledger.in.flight").gauge().value()).isZero();
        assertThat(meters.get("reportstream.ledger.oldest.in.flight").gauge().value())
                .isZero();
    }

    @Test
    void aJourneyHasTimesAndPlaces() {
        database.write(batch -> {
            batch.add(submission(1, "a", 5L, 0));
            batch.add(report("a", 5));
        });

        assertThat(
                        database.query(
                                "select state, metrics, documents, processed_at is not null as p, at is not null as s from journey"))
                .containsExactly(Map.of("state", "STORED", "metrics", 2, "documents", 1, "p", true, "s", true));
    }

    @Test
    void anotherSourcesRejectionIsNoNewsOfTheReport() throws SQLException {
        database.write(batch -> {
            batch.add(submission(1, "a", 5L, 0));
            batch.add(report("a", 5));
            batch.add(new Submission(0, 2, "a", 4L, "county", RECEIVED, 100, 0));
        });
        ledger.settle();
        assertThat(database.query("select source, outcome is null as open from submission order by topic_offset"))
                .containsExactly(Map.of("source", "linyi", "open", false), Map.of("source", "county", "open", true));

        database.write(batch -> batch.add(rejection("a", 4L, Reason.ID_TAKEN, 2, RECEIVED.plusSeconds(9))));
        database.execute("update rejection set source = 'county'");
        ledger.settle();

        assertThat(database.query("select source, state, reason, stage, stored_at is null as s from journey"
                        + " where source = 'county'"))
                .containsExactly(Map.of(
                        "source", "county", "state", "REJECTED", "reason", "ID_TAKEN", "stage", "DECODE", "s", true));
        assertThat(database.query("select state from rejection_state")).containsExactly(Map.of("state", "OPEN"));
        assertThat(database.query("select source, state from report_status order by state"))
                .containsExactly(
                        Map.of("source", "county", "state", "REJECTED"), Map.of("source", "linyi", "state", "STORED"));
    }

    private static Submission submission(long offset, String id, Long revision, int replays) {
        return new Submission(0, offset, id, revision, "linyi", RECEIVED, 100, replays);
    }
}
