package io.reportstream.sink.consume;

import static io.reportstream.sink.TestReports.rejection;
import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Stage;
import io.reportstream.contract.Topic;
import io.reportstream.sink.store.Batch;
import io.reportstream.sink.store.InMemoryReportStore;
import io.reportstream.sink.store.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConsumerLoopTest {
    private static final TopicPartition PROCESSED = new TopicPartition(Topic.PROCESSED.topicName(), 0);
    private static final TopicPartition REJECTED = new TopicPartition(Topic.REJECTED.topicName(), 0);
    private static final Uuid TOPIC_ID = Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ");
    private static final int MAX_BATCH_BYTES = 10_000;

    private final InMemoryReportStore store = new InMemoryReportStore();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConcurrentLinkedDeque<MockConsumer<String, byte[]>> consumers = new ConcurrentLinkedDeque<>();
    private ConsumerLoop loop;
    private Thread thread;

    @BeforeEach
    void start() {
        Refusals refusals = new Refusals(Clock.systemUTC());
        RecordReader reader = new RecordReader(refusals);
        TaskWriter writer = new TaskWriter(
                store,
                new RejectedPublisher(producer, 1000),
                reader,
                refusals,
                new SinkMetrics(meters, Clock.systemUTC()));
        loop = new ConsumerLoop(
                this::consumer,
                store,
                topics -> topics.stream().collect(Collectors.toMap(topic -> topic, topic -> TOPIC_ID)),
                reader,
                writer,
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), System::nanoTime),
                MAX_BATCH_BYTES);
        thread = new Thread(loop, "loop-under-test");
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(consumers).allMatch(MockConsumer::closed);
    }

    @Test
    void storesWhatWasProcessedAndWhatWasRejected() {
        begin();
        send(PROCESSED, 0, "a", Json.bytes(report("a", 1)));
        send(REJECTED, 0, "b", Json.bytes(rejection("b", 1L, 7)));

        await().untilAsserted(() -> {
            assertThat(store.reports()).containsOnlyKeys("a");
            assertThat(store.rejections()).containsExactly(rejection("b", 1L, 7));
            assertThat(position(PROCESSED).nextOffset()).isEqualTo(1);
            assertThat(position(REJECTED).nextOffset()).isEqualTo(1);
        });
        assertThat(loop.check().up()).isTrue();
        assertThat(meters.get("reportstream.sink.reports")
                        .tag("outcome", "stored")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("reportstream.end.to.end").timer().count()).isEqualTo(1);
    }

    @Test
    void readsOnFromWhereTheStoreSays() {
        store.claim(Map.of(PROCESSED, TOPIC_ID, REJECTED, TOPIC_ID));
        Batch batch = new Batch();
        batch.advance(PROCESSED, new Position(1, 5));
        store.write(batch);
        begin();

        await().untilAsserted(() -> assertThat(consumer0().position(PROCESSED)).isEqualTo(5));
        assertThat(consumer0().position(REJECTED)).isZero();
    }

    @Test
    void aTombstoneDeletes() {
        begin();
        send(PROCESSED, 0, "a", Json.bytes(report("a", 9)));
        send(PROCESSED, 1, "a", null);
        send(PROCESSED, 2, "b", Json.bytes(report("b", 1)));

        await().untilAsserted(() -> assertThat(position(PROCESSED).nextOffset()).isEqualTo(3));
        assertThat(store.reports()).containsOnlyKeys("b");
    }

    @Test
    void aRefusedReportIsRejectedAloneWithItsRawReport() throws IOException {
        store.refuse("bad");
        begin();
        for (int i = 0; i < 20; i++) {
            send(PROCESSED, i, i == 13 ? "bad" : "good-" + i, Json.bytes(report(i == 13 ? "bad" : "good-" + i, 1)));
        }

        await().untilAsserted(() -> assertThat(position(PROCESSED).nextOffset()).isEqualTo(20));
        assertThat(store.reports()).hasSize(19).doesNotContainKey("bad");
        assertThat(producer.history()).hasSize(1);
        RejectedReport rejected =
                Json.MAPPER.readValue(producer.history().get(0).value(), RejectedReport.class);
        assertThat(producer.history().get(0).headers())
                .isEqualTo(CloudEvent.of(rejected).headers());
        assertThat(rejected.reason()).isEqualTo(Reason.ROW_REFUSED);
        assertThat(rejected.stage()).isEqualTo(Stage.STORE);
        assertThat(rejected.id()).isEqualTo("bad");
        assertThat(rejected.revision()).isEqualTo(1);
        assertThat(rejected.origin()).isEqualTo(new RejectedReport.Origin(PROCESSED.topic(), 0, 13));
        RawReport raw = Json.MAPPER.readValue(Base64.getDecoder().decode(rejected.payloadBase64()), RawReport.class);
        assertThat(raw.text()).isEqualTo(report("bad", 1).text());
        assertThat(raw.revision()).isEqualTo(1);
    }

    @Test
    void aValueThatCannotBeReadIsRejectedAsItIs() throws IOException {
        byte[] poison = {'{', 0, -1};
        begin();
        send(PROCESSED, 0, "a", Json.bytes(report("a", 1)));
        send(PROCESSED, 1, "poison", poison);
        send(PROCESSED, 2, "shape", "{\"id\":\"shape\"}".getBytes(StandardCharsets.UTF_8));
        send(PROCESSED, 3, "b", Json.bytes(report("b", 1)));

        await().untilAsserted(() -> assertThat(position(PROCESSED).nextOffset()).isEqualTo(4));
        assertThat(store.reports()).containsOnlyKeys("a", "b");
        List<RejectedReport> rejected =
                producer.history().stream().map(record -> read(record.value())).toList();
        assertThat(rejected).extracting(RejectedReport::reason).containsExactly(Reason.NOT_JSON, Reason.WRONG_SHAPE);
        assertThat(Base64.getDecoder().decode(rejected.get(0).payloadBase64())).isEqualTo(poison);
    }

    @Test
    void aRejectionThatCannotBeReadIsStoredAndNotSentInCircles() {
        begin();
        send(REJECTED, 0, "poison", new byte[] {'x'});
        send(REJECTED, 1, null, null);

        await().untilAsserted(() -> assertThat(store.rejections()).hasSize(2));
        assertThat(store.rejections())
                .extracting(
                        RejectedReport::id,
                        RejectedReport::reason,
                        rejection -> rejection.origin().offset())
                .containsExactly(
                        Tuple.tuple("poison", Reason.NOT_JSON, 0L),
                        Tuple.tuple("reports.rejected/0/1", Reason.WRONG_SHAPE, 1L));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aRejectionThatTheStoreRefusesIsKeptByItsBytes() {
        store.refuse("b/NO_TEXT");
        begin();
        send(REJECTED, 0, "b", Json.bytes(rejection("b", 1L, 7)));

        await().untilAsserted(() -> assertThat(store.rejections())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.reason()).isEqualTo(Reason.ROW_REFUSED);
                    assertThat(Base64.getDecoder().decode(kept.payloadBase64()))
                            .isEqualTo(Json.bytes(rejection("b", 1L, 7)));
                }));
    }

    @Test
    void aStoreThatIsDownIsWaitedForAndNothingIsRejected() {
        store.down(true);
        begin();
        await().untilAsserted(() -> assertThat(loop.check().detail()).contains("told so"));
        store.down(false);
        send(PROCESSED, 0, "a", Json.bytes(report("a", 1)));
        await().untilAsserted(() -> assertThat(store.reports()).containsOnlyKeys("a"));

        store.down(true);
        send(PROCESSED, 1, "b", Json.bytes(report("b", 1)));
        await().untilAsserted(() -> assertThat(loop.check().up()).isFalse());
        MockConsumer<String, byte[]> consumer = consumer0();
        store.down(false);
        await().untilAsserted(() -> assertThat(consumer.position(PROCESSED)).isEqualTo(1));
        // A real consumer fetches it again; the mock has handed it out.
        send(PROCESSED, 1, "b", Json.bytes(report("b", 1)));
        await().untilAsserted(() -> assertThat(store.reports()).containsOnlyKeys("a", "b"));

        assertThat(loop.check().up()).isTrue();
        assertThat(producer.history()).isEmpty();
        assertThat(consumers).as("the consumer stays a member").hasSize(1);
    }

    @Test
    void whoeverLostAPartitionWritesNothing() {
        begin();
        send(PROCESSED, 0, "a", Json.bytes(report("a", 1)));
        await().untilAsserted(() -> assertThat(store.reports()).hasSize(1));
        store.claim(Map.of(PROCESSED, TOPIC_ID));
        send(PROCESSED, 1, "b", Json.bytes(report("b", 1)));

        await().untilAsserted(() -> assertThat(position(PROCESSED).epoch()).isEqualTo(3));
        assertThat(store.reports()).containsOnlyKeys("a");
        assertThat(position(PROCESSED).nextOffset()).isEqualTo(1);
    }

    @Test
    void aRejectionThatIsNotAcknowledgedHoldsTheOffsetBack() {
        producer.sendException = new KafkaException("not acknowledged");
        begin();
        send(PROCESSED, 0, "poison", new byte[] {'x'});

        await().untilAsserted(() -> assertThat(position(PROCESSED).epoch()).isGreaterThan(1));
        assertThat(position(PROCESSED).nextOffset()).isZero();
        producer.sendException = null;
        await().untilAsserted(() -> assertThat(consumer0().position(PROCESSED)).isZero());
        send(PROCESSED, 0, "poison", new byte[] {'x'});
        await().untilAsserted(() -> assertThat(position(PROCESSED).nextOffset()).isEqualTo(1));
        assertThat(producer.history()).isNotEmpty();
    }

    @Test
    void offsetsThatAreGoneAreReadFromTheBeginning() {
        begin();
        await().until(() -> loop.check().up());
        MockConsumer<String, byte[]> consumer = consumer0();
        consumer.updateBeginningOffsets(Map.of(PROCESSED, 40L, REJECTED, 0L));
        consumer.setPollException(new OffsetOutOfRangeException(Map.of(PROCESSED, 3L)));
        await().untilAsserted(() -> assertThat(consumer.position(PROCESSED)).isEqualTo(40));
        send(PROCESSED, 40, "a", Json.bytes(report("a", 1)));

        await().untilAsserted(() -> assertThat(position(PROCESSED).nextOffset()).isEqualTo(41));
        assertThat(consumers).hasSize(1);
    }

    @Test
    void aConsumerThatFailsIsReplaced() {
        begin();
        await().until(() -> loop.check().up());
        consumer0().setPollException(new KafkaException("broken"));
        await().until(() -> consumers.size() == 2);
        assign(consumers.getLast());
        send(PROCESSED, 0, "a", Json.bytes(report("a", 1)));

        await().untilAsserted(() -> assertThat(store.reports()).containsOnlyKeys("a"));
        assertThat(consumers.getFirst().closed()).isTrue();
    }

    @Test
    void largeRecordsGetTransactionsOfTheirOwn() {
        begin();
        await().until(() -> loop.check().up());
        consumer0().schedulePollTask(() -> {
            for (int i = 0; i < 4; i++) {
                byte[] value = Json.bytes(
                        report("a" + i, 1, "文".repeat(2_000), report("x", 1).analysis()));
                add(PROCESSED, i, "a" + i, value);
            }
        });

        await().untilAsserted(() -> assertThat(store.reports()).hasSize(4));
        assertThat(store.writes()).isEqualTo(4);
    }

    private Position position(TopicPartition partition) {
        return store.positions().getOrDefault(partition, new Position(-1, -1));
    }

    private void begin() {
        thread.start();
        await().until(() -> !consumers.isEmpty());
        assign(consumer0());
    }

    private static void assign(MockConsumer<String, byte[]> consumer) {
        consumer.schedulePollTask(() -> {
            consumer.updateBeginningOffsets(Map.of(PROCESSED, 0L, REJECTED, 0L));
            consumer.updateEndOffsets(Map.of(PROCESSED, 0L, REJECTED, 0L));
            consumer.rebalance(List.of(PROCESSED, REJECTED));
        });
    }

    private MockConsumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
        consumers.add(consumer);
        return consumer;
    }

    private MockConsumer<String, byte[]> consumer0() {
        return consumers.getFirst();
    }

    private void send(TopicPartition partition, long offset, String key, byte[] value) {
        consumers.getLast().schedulePollTask(() -> add(partition, offset, key, value));
    }

    private void add(TopicPartition partition, long offset, String key, byte[] value) {
        consumers
                .getLast()
                .addRecord(new ConsumerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        offset,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        value == null ? 0 : value.length,
                        key,
                        value,
                        new RecordHeaders(),
                        Optional.empty()));
    }

    private static RejectedReport read(byte[] value) {
        try {
            return Json.MAPPER.readValue(value, RejectedReport.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
