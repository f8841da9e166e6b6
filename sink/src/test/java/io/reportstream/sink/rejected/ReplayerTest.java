package io.reportstream.sink.rejected;

import static io.reportstream.sink.TestReports.RECEIVED;
import static io.reportstream.sink.TestReports.rejection;
import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import io.reportstream.sink.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayerTest {
    private static final int MAX_REPLAYS = 2;

    private final TestDatabase database = TestDatabase.migrated();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final RejectionStore rejections = new RejectionStore(database.pool());
    private final Replayer replayer = new Replayer(rejections, producer, MAX_REPLAYS);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sendsThePayloadBackUnderTheReportsId() {
        database.write(batch -> batch.add(rejection("a", 5L, 1)));

        assertThat(replayer.replay(only(), false).replay()).isTrue();

        ProducerRecord<String, byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo(Topic.RAW.topicName());
        assertThat(sent.key()).isEqualTo("a");
        assertThat(sent.value()).isEqualTo(new byte[] {0, 1, 2, -1});
        assertThat(sent.headers().lastHeader(RejectedReport.REPLAYS_HEADER).value())
                .isEqualTo("1".getBytes(StandardCharsets.US_ASCII));
        assertThat(only().state()).isEqualTo(RejectionState.REPLAYED);
        assertThat(replayer.decide(only(), false).replay()).isFalse();
        assertThat(replayer.decide(only(), true).replay()).isTrue();
    }

    @Test
    void aReplayedReportThatIsStoredIsResolved() {
        database.write(batch -> batch.add(rejection("a", 5L, Reason.ANALYSIS_FAILED, 1, RECEIVED)));
        replayer.replay(only(), false);
        database.write(batch -> batch.add(report("a", 5)));

        assertThat(only().state()).isEqualTo(RejectionState.RESOLVED);
        assertThat(replayer.decide(only(), false).why()).isEqualTo("the report is stored");
    }

    @Test
    void whatAHigherRevisionMadeGoodIsResolved() {
        database.write(batch -> {
            batch.add(rejection("a", 5L, 1));
            batch.add(report("a", 6));
        });

        assertThat(only().state()).isEqualTo(RejectionState.RESOLVED);
    }

    @Test
    void whatFailsEveryTimeIsNotReplayedForEver() {
        database.write(batch -> batch.add(refusedRow(1)));
        for (int i = 2; i <= 3; i++) {
            int offset = i;
            assertThat(replayer.replay(latest(), false).replay()).isTrue();
            database.write(batch -> batch.add(refusedRow(offset)));
        }

        assertThat(latest().replays()).isEqualTo(2);
        assertThat(replayer.replay(latest(), false)).satisfies(decision -> {
            assertThat(decision.replay()).isFalse();
            assertThat(decision.why()).isEqualTo("it was replayed 2 times, the most allowed");
        });
        assertThat(producer.history()).hasSize(2);
        assertThat(rejections.rows(RejectionFilter.ALL, 10))
                .extracting(RejectionSummary::state)
                .containsExactly(RejectionState.OPEN, RejectionState.REJECTED_AGAIN, RejectionState.REJECTED_AGAIN);
    }

    @Test
    void whatIsNoRawReportIsNeverSent() {
        RejectedReport unread = rejection("a", null, Reason.NOT_JSON, 1, RECEIVED);
        database.write(batch -> batch.add(from(unread, Topic.PROCESSED, "eA==")));

        assertThat(replayer.replay(only(), true).replay()).isFalse();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void whatHasNoPayloadIsNeverSent() {
        database.write(batch -> batch.add(from(rejection("a", 1L, 1), Topic.RAW, "")));

        assertThat(replayer.replay(only(), true).why()).isEqualTo("it has no payload");
    }

    @Test
    void whatTheBrokerDoesNotAcknowledgeStaysOpen() {
        database.write(batch -> batch.add(rejection("a", 5L, 1)));
        producer.sendException = new KafkaException("no");

        assertThatThrownBy(() -> replayer.replay(only(), false)).isInstanceOf(KafkaException.class);
        assertThat(only().state()).isEqualTo(RejectionState.OPEN);
    }

    @Test
    void groupsByCauseThoseWithMostOpenOnesFirst() {
        database.write(batch -> {
            for (int i = 0; i < 3; i++) {
                batch.add(rejection("text" + i, 1L, Reason.NO_TEXT, i, RECEIVED.plusSeconds(i)));
            }
            batch.add(rejection("json", null, Reason.NOT_JSON, 9, RECEIVED));
            batch.add(report("text0", 2));
        });

        List<RejectionGroup> groups = rejections.groups(RejectionFilter.ALL, 10);
        assertThat(groups)
                .extracting(RejectionGroup::fingerprint)
                .containsExactly("fingerprint-of-NO_TEXT", "fingerprint-of-NOT_JSON");
        RejectionGroup first = groups.get(0);
        assertThat(first.count()).isEqualTo(3);
        assertThat(first.open()).isEqualTo(2);
        assertThat(first.first()).isEqualTo(RECEIVED);
        assertThat(first.last()).isEqualTo(RECEIVED.plusSeconds(2));
        assertThat(rejections.find(first.sample()).orElseThrow().reportId()).isEqualTo("text2");
    }

    @Test
    void aFilterNarrowsByEveryOfItsFields() {
        database.write(batch -> {
            batch.add(rejection("a", 1L, Reason.NO_TEXT, 1, RECEIVED));
            batch.add(rejection("b", 1L, Reason.NOT_JSON, 2, RECEIVED.plusSeconds(10)));
        });
        RejectionFilter all = new RejectionFilter(
                null,
                RejectionState.OPEN,
                Reason.NOT_JSON,
                Reason.NOT_JSON.stage(),
                "linyi",
                "b",
                "fingerprint-of-NOT_JSON",
                RECEIVED.plusSeconds(1));

        assertThat(rejections.rows(all, 10))
                .extracting(RejectionSummary::reportId)
                .containsExactly("b");
        assertThat(rejections.rows(
                        new RejectionFilter(null, RejectionState.RESOLVED, null, null, null, null, null, null), 10))
                .isEmpty();
    }

    /** As the sink itself writes it: it does not know how often the report was replayed. */
    private static RejectedReport refusedRow(long offset) {
        return from(
                rejection("a", 5L, Reason.ROW_REFUSED, offset, RECEIVED.plusSeconds(offset)), Topic.PROCESSED, "e30=");
    }

    private static RejectedReport from(RejectedReport report, Topic topic, String payload) {
        return new RejectedReport(
                report.schemaVersion(),
                report.id(),
                report.revision(),
                report.source(),
                report.reason(),
                report.stage(),
                report.messageZh(),
                report.messageEn(),
                report.detail(),
                report.position(),
                payload,
                new RejectedReport.Origin(topic.topicName(), 0, report.origin().offset()),
                report.fingerprint(),
                report.replays(),
                report.rejectedAt());
    }

    private RejectionSummary only() {
        List<RejectionSummary> rows = rejections.rows(RejectionFilter.ALL, 10);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private RejectionSummary latest() {
        return rejections.rows(RejectionFilter.ALL, 10).get(0);
    }
}
