package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Json;
import io.reportstream.contract.Label;
import io.reportstream.contract.Metric;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.MetricType;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Section;
import io.reportstream.contract.Topic;
import io.reportstream.service.Settings;
import io.reportstream.service.Topics;
import io.reportstream.sink.SinkApp;
import io.reportstream.sink.SinkConfig;
import io.reportstream.standalone.embedded.EmbeddedDatabase;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sink between a real broker and a real database. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkIT {
    private static final String TEXT = "今年新增高新技术企业1918家。";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EmbeddedKafka kafka;
    private EmbeddedDatabase database;
    private Path databaseDirectory;
    private KafkaProducer<String, byte[]> producer;
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private int test;

    @BeforeAll
    void start(@TempDir Path directory) {
        kafka = new EmbeddedKafka(directory.resolve("kafka"), 0);
        kafka.start();
        databaseDirectory = directory.resolve("postgres");
        database = new EmbeddedDatabase(databaseDirectory, 0);
        database.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Topics.ensure(admin, (short) 1, Duration.ofSeconds(30));
        }
        producer = producer(Map.of());
    }

    @AfterAll
    void stop() {
        producer.close();
        database.close();
        kafka.close();
    }

    @BeforeEach
    void nextTest() {
        test++;
    }

    @Test
    void storesEachReportOnceAcrossRestarts() throws Exception {
        for (int round = 0; round < 3; round++) {
            try (SinkApp sink = started()) {
                for (int i = 0; i < 100; i++) {
                    send(report(id(round * 100 + i), 1, 1918));
                }
                int expected = (round + 1) * 100;
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(reports()).isEqualTo(expected));
                awaitUp(sink);
            }
            // Sent while no sink runs.
            send(report(id(round * 100), 2, 2));
        }
        try (SinkApp sink = started()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(number(
                                    "select count(*) from report where revision = 2 and id like '" + prefix() + "%'"))
                            .isEqualTo(3));
            awaitUp(sink);
        }
        assertThat(metrics()).isEqualTo(300);
        assertThat(number("select sum(value) from metric where report_id like '" + prefix() + "%'"))
                .isEqualTo(297 * 1918 + 3 * 2);
    }

    @Test
    void aNewerRevisionWinsInWhateverOrderTheyCome() throws Exception {
        try (SinkApp sink = started()) {
            for (int i = 0; i < 50; i++) {
                send(report(id(i), i % 2 == 0 ? 1 : 3, 1));
                send(report(id(i), 2, 2));
            }
            awaitStored(50);
            flushed(sink);
        }
        assertThat(number("select count(*) from report where id like '" + prefix() + "%' and revision = 2"))
                .isEqualTo(25);
        assertThat(number("select count(*) from report where id like '" + prefix() + "%' and revision = 3"))
                .isEqualTo(25);
        assertThat(number("select sum(value) from metric where report_id like '" + prefix() + "%'"))
                .isEqualTo(75);
    }

    @Test
    void theSameReportAThousandTimesLeavesOneReportAndItsRows() throws Exception {
        for (int i = 0; i < 1000; i++) {
            send(report(id(0), i, i));
        }
        send(report(id(1), 1, 1));
        try (SinkApp sink = started()) {
            awaitStored(2);
            flushed(sink);
        }
        assertThat(metrics()).isEqualTo(2);
        assertThat(number("select value from metric where report_id = '" + id(0) + "'"))
                .isEqualTo(999);
    }

    @Test
    void poisonIsRejectedAloneAndItsBytesAreKept() throws Exception {
        byte[] poison = "{\"id\": \u0000".getBytes(StandardCharsets.UTF_8);
        try (SinkApp sink = started()) {
            send(report(id(0), 1, 1));
            send(producer, new ProducerRecord<>(Topic.PROCESSED.topicName(), id(1), poison));
            send(report("x".repeat(201) + id(2), 1, 1));
            send(producer, new ProducerRecord<>(Topic.REJECTED.topicName(), id(3), poison));
            send(report(id(4), 1, 1));
            awaitStored(2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(number("select count(*) from rejection where report_id in ('"
                                    + id(1) + "', '" + id(3) + "', repeat('x', 200))"))
                            .isEqualTo(3));
            awaitUp(sink);
        }
        assertThat(number("select count(*) from rejection where reason = 'NOT_JSON' and payload = decode('"
                        + HexFormat.of().formatHex(poison) + "', 'hex')"))
                .isEqualTo(2);
        assertThat(
                        number(
                                "select count(*) from rejection where reason = 'ROW_REFUSED' and detail like '%report_id_length%'"))
                .isEqualTo(1);
    }

    @Test
    void aTombstoneDeletesTheReport() throws Exception {
        try (SinkApp sink = started()) {
            send(report(id(0), 1, 1));
            send(report(id(1), 1, 1));
            awaitStored(2);
            send(producer, new ProducerRecord<>(Topic.PROCESSED.topicName(), id(0), null));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reports()).isEqualTo(1));
            awaitUp(sink);
        }
    }

    @Test
    void whatAnAbortedTransactionWroteIsNeverStored() throws Exception {
        try (KafkaProducer<String, byte[]> transactional = producer(Map.of("transactional.id", "t-" + test));
                SinkApp sink = started()) {
            transactional.initTransactions();
            transactional.beginTransaction();
            send(transactional, record(report(id(0), 1, 1)));
            transactional.flush();
            transactional.abortTransaction();
            transactional.beginTransaction();
            send(transactional, record(report(id(1), 1, 1)));
            transactional.commitTransaction();
            awaitStored(1);
            flushed(sink);
        }
        assertThat(number("select count(*) from report where id = '" + id(0) + "'"))
                .isZero();
    }

    @Test
    void aDatabaseThatStopsUnderLoadIsWaitedFor() throws Exception {
        int port = database.port();
        try (SinkApp sink = started()) {
            for (int i = 0; i < 2000; i++) {
                send(report(id(i), 1, 1));
                if (i == 700) {
                    database.close();
                }
            }
            acknowledged();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sink.check().detail()).contains("StoreUnavailable"));
            database = new EmbeddedDatabase(databaseDirectory, port);
            database.start();
            awaitStored(2000);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sink.check().up()).isTrue());
        }
        assertThat(metrics()).isEqualTo(2000);
        assertThat(number("select count(*) from rejection where report_id like '" + prefix() + "%'"))
                .isZero();
    }

    @Test
    void twoSinksShareTheWorkAndOneTakesOver() throws Exception {
        try (SinkApp first = started()) {
            SinkApp second = started();
            for (int i = 0; i < 1000; i++) {
                send(report(id(i), 1, 1));
                if (i == 500) {
                    acknowledged();
                    second.close();
                }
            }
            acknowledged();
            awaitStored(1000);
            flushed(first);
        }
        assertThat(metrics()).isEqualTo(1000);
    }

    private SinkApp started() {
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "store.jdbc.url", database.jdbcUrl(),
                "store.user", database.user(),
                "store.password", database.password(),
                "sink.http.port", "0");
        SinkApp sink = new SinkApp(SinkConfig.from(Settings.of(settings)));
        sink.start();
        return sink;
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.bootstrapServers());
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private String prefix() {
        return "test" + test + "-";
    }

    private String id(int i) {
        return prefix() + i;
    }

    private void send(ProcessedReport report) {
        send(producer, record(report));
    }

    private void send(KafkaProducer<String, byte[]> with, ProducerRecord<String, byte[]> record) {
        Future<RecordMetadata> unused = with.send(record, (metadata, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
    }

    private void acknowledged() {
        producer.flush();
        assertThat(failures).isEmpty();
    }

    private static ProducerRecord<String, byte[]> record(ProcessedReport report) {
        return new ProducerRecord<>(Topic.PROCESSED.topicName(), report.id(), Json.bytes(report));
    }

    private static ProcessedReport report(String id, long revision, int value) {
        int start = TEXT.indexOf("1918家");
        Metric metric = new Metric(
                start,
                start + 5,
                "1918家",
                BigDecimal.valueOf(value),
                null,
                "家",
                "高新技术企业",
                "高新技术企业",
                MetricType.AMOUNT,
                MetricStatus.ACTUAL,
                Qualifier.EXACT,
                null,
                null,
                null,
                0,
                1);
        Section section = new Section(Label.ACHIEVEMENT, 0, TEXT.length(), null, 0, 1);
        Document document =
                new Document(0, TEXT.length(), null, "临沂市", 2023, Genre.SUMMARY, List.of(section), List.of(metric));
        return new ProcessedReport(
                ProcessedReport.SCHEMA_VERSION,
                id,
                revision,
                "test",
                null,
                TEXT,
                null,
                null,
                Map.of(),
                Instant.now(),
                Instant.now(),
                new Analysis(List.of(document), List.of(), List.of(), "test"));
    }

    private void awaitStored(int count) {
        acknowledged();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reports()).isEqualTo(count));
    }

    /** Waits until one more report in every partition is stored: nothing sent before is on its way then. */
    private void flushed(SinkApp sink) throws Exception {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            ProcessedReport last = report("flush-" + prefix() + partition, 1, 1);
            send(producer, new ProducerRecord<>(Topic.PROCESSED.topicName(), partition, last.id(), Json.bytes(last)));
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(number("select count(*) from report where id like 'flush-" + prefix() + "%'"))
                                .isEqualTo(Topic.PARTITIONS));
        awaitUp(sink);
    }

    private static void awaitUp(SinkApp sink) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sink.check().detail()).isEmpty());
    }

    private long reports() throws SQLException {
        return number("select count(*) from report where id like '" + prefix() + "%'");
    }

    private long metrics() throws SQLException {
        return number("select count(*) from metric where report_id like '" + prefix() + "%'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
