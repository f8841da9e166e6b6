package io.reportstream.sink.store;

import static io.reportstream.sink.TestReports.analysis;
import static io.reportstream.sink.TestReports.rejection;
import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Topic;
import io.reportstream.sink.TestReports;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class ReportStoreContract {
    static final TopicPartition FIRST = new TopicPartition(Topic.PROCESSED.topicName(), 0);
    static final TopicPartition SECOND = new TopicPartition(Topic.PROCESSED.topicName(), 1);
    static final Uuid TOPIC_ID = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ");
    static final Uuid OTHER_TOPIC_ID = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAg");

    private ReportStore store;
    private Position position;

    abstract ReportStore store();

    /** Id to revision of every stored report. */
    abstract Map<String, Long> stored();

    /** Metric values of one report, in order. */
    abstract List<BigDecimal> values(String reportId);

    abstract long rejections();

    /** From now on the store refuses the report with this id as bad data. */
    abstract void refuse(String reportId);

    @BeforeEach
    void claimFirst() {
        store = store();
        position = store.claim(Map.of(FIRST, TOPIC_ID)).get(FIRST);
    }

    @Test
    void aPartitionThatWasNeverReadBeginsAtItsBeginning() {
        assertThat(position).isEqualTo(new Position(1, 0));
    }

    @Test
    void storesAReportWithItsRowsAndThePosition() {
        Written written = store.write(batch(5, report("a", 1)));

        assertThat(written).isEqualTo(new Written(Set.of("a"), 1, 2, 2, 0, 0));
        assertThat(stored()).isEqualTo(Map.of("a", 1L));
        assertThat(values("a")).containsExactly(BigDecimal.valueOf(1918), BigDecimal.valueOf(2000));
        assertThat(store.claim(Map.of(FIRST, TOPIC_ID))).containsEntry(FIRST, new Position(2, 5));
    }

    @Test
    void aReportWithNothingInItIsStored() {
        Written written =
                store.write(batch(1, report("a", 1, "。", new Analysis(List.of(), List.of(), List.of(), "t"))));

        assertThat(written.reports()).containsExactly("a");
        assertThat(stored()).containsKey("a");
        assertThat(values("a")).isEmpty();
    }

    @Test
    void aNewerRevisionReplacesAllRows() {
        store.write(batch(1, report("a", 1)));
        Written written = store.write(
                batch(2, report("a", 2, TestReports.TEXT, new Analysis(List.of(), List.of(), List.of(), "t"))));

        assertThat(written.reports()).containsExactly("a");
        assertThat(stored()).isEqualTo(Map.of("a", 2L));
        assertThat(values("a")).isEmpty();
    }

    @Test
    void anEqualRevisionReplacesAllRows() {
        store.write(batch(1, report("a", 7)));
        store.write(batch(2, report("a", 7, TestReports.TEXT, analysis(BigDecimal.ONE))));

        assertThat(values("a")).containsExactly(BigDecimal.ONE, BigDecimal.valueOf(2000));
    }

    @Test
    void anOlderRevisionChangesNothing() {
        store.write(batch(1, report("a", 2)));
        Written written = store.write(batch(2, report("a", 1, TestReports.TEXT, analysis(BigDecimal.ONE))));

        assertThat(written.reports()).isEmpty();
        assertThat(stored()).isEqualTo(Map.of("a", 2L));
        assertThat(values("a")).containsExactly(BigDecimal.valueOf(1918), BigDecimal.valueOf(2000));
    }

    @Test
    void ofTheSameReportInOneBatchTheHighestRevisionIsStored() {
        Written written = store.write(batch(
                3,
                report("a", 1),
                report("a", 3, TestReports.TEXT, analysis(BigDecimal.TEN)),
                report("a", 2),
                report("b", 1)));

        assertThat(written.reports()).containsExactlyInAnyOrder("a", "b");
        assertThat(stored()).isEqualTo(Map.of("a", 3L, "b", 1L));
        assertThat(values("a")).startsWith(BigDecimal.TEN);
    }

    @Test
    void aDeletionRemovesEverythingAndTheMemoryOfTheRevision() {
        store.write(batch(1, report("a", 5), report("b", 5)));
        Batch batch = batch(2);
        batch.delete("a");
        batch.delete("never-there");

        assertThat(store.write(batch).deleted()).isEqualTo(1);
        assertThat(stored()).containsOnlyKeys("b");
        assertThat(values("a")).isEmpty();

        store.write(batch(3, report("a", 1)));
        assertThat(stored()).containsEntry("a", 1L);
    }

    @Test
    void withinABatchTheLastWordOnAReportCounts() {
        store.write(batch(1, report("a", 5)));
        Batch batch = batch(2, report("b", 1));
        batch.delete("a");
        batch.add(report("a", 1));
        batch.delete("b");
        store.write(batch);

        assertThat(stored()).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void aRejectionIsStoredOnceHoweverOftenItComes() {
        Batch batch = batch(1);
        batch.add(rejection("a", 1L, 10));
        batch.add(rejection("a", 1L, 10));
        batch.add(rejection("unreadable", null, 11));
        assertThat(store.write(batch).rejections()).isEqualTo(2);

        Batch again = batch(2);
        again.add(rejection("a", 1L, 10));
        again.add(rejection("unreadable", null, 11));
        again.add(rejection("a", 1L, 12));
        assertThat(store.write(again).rejections()).isEqualTo(1);
        assertThat(rejections()).isEqualTo(3);
    }

    @Test
    void whoeverWasReplacedMayNotWrite() {
        Position newer = store.claim(Map.of(FIRST, TOPIC_ID)).get(FIRST);

        assertThatThrownBy(() -> store.write(batch(9, report("a", 1)))).isInstanceOf(FencedException.class);
        assertThat(stored()).isEmpty();

        Batch batch = new Batch();
        batch.add(report("a", 1));
        batch.advance(FIRST, newer.at(9));
        store.write(batch);
        assertThat(stored()).containsKey("a");
    }

    @Test
    void onePartitionLostRefusesTheWholeBatch() {
        Position second = store.claim(Map.of(SECOND, TOPIC_ID)).get(SECOND);
        store.claim(Map.of(FIRST, TOPIC_ID));
        Batch batch = batch(9, report("a", 1));
        batch.advance(SECOND, second.at(4));

        assertThatThrownBy(() -> store.write(batch)).isInstanceOf(FencedException.class);
        assertThat(stored()).isEmpty();
        assertThat(store.claim(Map.of(SECOND, TOPIC_ID))).containsEntry(SECOND, new Position(second.epoch() + 1, 0));
    }

    @Test
    void aTopicCreatedAnewIsReadFromItsBeginning() {
        store.write(batch(5, report("a", 1)));

        assertThat(store.claim(Map.of(FIRST, OTHER_TOPIC_ID))).containsEntry(FIRST, new Position(2, 0));
    }

    @Test
    void badDataRefusesTheBatchAndNothingOfItIsWritten() {
        refuse("bad");
        Batch batch = batch(5, report("good", 1), report("bad", 1));
        batch.add(rejection("other", 1L, 3));

        assertThatThrownBy(() -> store.write(batch)).isInstanceOf(RowRefusedException.class);
        assertThat(stored()).isEmpty();
        assertThat(rejections()).isZero();
        assertThat(store.claim(Map.of(FIRST, TOPIC_ID))).containsEntry(FIRST, new Position(2, 0));
    }

    @Test
    void aWorkingStoreIsUp() {
        assertThat(store.check().up()).isTrue();
    }

    private Batch batch(long nextOffset, ProcessedReport... reports) {
        Batch batch = new Batch();
        for (ProcessedReport report : reports) {
            batch.add(report);
        }
        batch.advance(FIRST, position.at(nextOffset));
        return batch;
    }
}
