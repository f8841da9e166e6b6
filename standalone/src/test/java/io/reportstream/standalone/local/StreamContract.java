package io.reportstream.standalone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reportstream.contract.Topic;
import io.reportstream.service.Health;
import io.reportstream.service.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the whole stream promises on any broker and database: what goes in over HTTP, and what is then in the store. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StreamContract {
    /** Most of it is for machines that are busy with other work. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PLAN = "2024年某市政府工作报告\n一、2023年工作回顾\n全市生产总值增长5.6%。\n二、2024年工作安排\n力争新增就业3万人。\n";
    private static final String REVIEW = "2023年某县工作总结\n一、主要成绩\n新建学校12所。\n";

    private Store store;
    private Intake intake;

    /** What a client needs to find the running stream. */
    abstract Settings settings();

    abstract Health check();

    /** Stops all services and starts them again on what broker and database hold; {@link #settings()} may differ then. */
    abstract void restart();

    @BeforeEach
    void connect() {
        store = new Store(settings());
        intake = new Intake(settings());
    }

    @Test
    void storesWhatItAccepts() throws Exception {
        assertThat(intake.submit("accepted", 1, PLAN).statusCode()).isEqualTo(202);
        awaitState("accepted", 1, "STORED");
        assertThat(store.row("select revision, text from report where id = 'accepted'"))
                .containsExactly("1", PLAN);
        assertThat(intake.status("accepted", 1).path("state").asText()).isEqualTo("STORED");
        // A stream thread may still be joining the group.
        await().untilAsserted(() -> assertThat(check()).isEqualTo(Health.ok()));
    }

    @Test
    void findsEachDocumentOfOneReport() throws Exception {
        Path seed = Path.of("..", "seeds", "000_887fec48a7bbcb28.txt");
        assertThat(intake.submit("several", 1, Files.readString(seed)).statusCode())
                .isEqualTo(202);
        awaitState("several", 1, "STORED");
        assertThat(store.rows("select document_no from document where report_id = 'several'"))
                .hasSizeGreaterThan(1);
        assertThat(store.rows("""
                        select document_no from document d where report_id = 'several' and not exists (
                            select 1 from section s where s.report_id = d.report_id and s.document_no = d.document_no)""")).isEmpty();
    }

    @Test
    void aResubmissionReplacesAllRowsOfItsPredecessor() throws Exception {
        intake.submit("changed", 1, PLAN);
        awaitState("changed", 1, "STORED");
        intake.submit("changed", 2, REVIEW);
        awaitState("changed", 2, "STORED");
        assertThat(store.row("select revision, text from report where id = 'changed'"))
                .containsExactly("2", REVIEW);
        assertThat(store.rows("select surface from metric where report_id = 'changed' and surface like '%5.6%'"))
                .isEmpty();
    }

    @Test
    void anOlderRevisionIsRejectedAndChangesNothing() throws Exception {
        intake.submit("late", 7, REVIEW);
        awaitState("late", 7, "STORED");
        assertThat(intake.submit("late", 3, PLAN).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> !store.rows(
                                "select 1 from rejection where report_id = 'late' and revision = 3 and reason = 'SUPERSEDED'")
                        .isEmpty());
        assertThat(store.row("select revision, text from report where id = 'late'"))
                .containsExactly("7", REVIEW);
    }

    @Test
    void poisonIsRejectedWholeAndHoldsNothingUp() throws Exception {
        byte[] poison = {'{', (byte) 0xff, 0, '"', 'x'};
        Map<String, Object> settings = settings().passThrough("kafka.");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = "poison".getBytes(StandardCharsets.UTF_8);
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(Topic.RAW.topicName(), partition, key, poison))
                        .get();
            }
        }
        assertThat(intake.submit("after-poison", 1, PLAN).statusCode()).isEqualTo(202);
        awaitState("after-poison", 1, "STORED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                store.rows(
                                        "select origin_partition, encode(payload, 'hex') from rejection where reason = 'NOT_JSON'"))
                        .hasSize(Topic.PARTITIONS)
                        .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("7bff002278")));
    }

    @Test
    void theSameReportAThousandTimesAtOnceIsStoredOnce() throws Exception {
        int times = 1_000;
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(intake.submitLater("same", 5, PLAN));
            if (i % 50 == 49) {
                CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                        .join();
            }
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        awaitState("same", 5, "STORED");
        // All thousand have passed once a report behind them on the same partition is stored: the key decides it.
        intake.submit("same", 6, REVIEW);
        awaitState("same", 6, "STORED");
        assertThat(store.rows("select revision from report where id = 'same'")).containsExactly(List.of("6"));
        assertThat(store.row("select count(*), count(distinct document_no) from document where report_id = 'same'"))
                .containsExactly("1", "1");
        assertThat(store.rows("select 1 from rejection where report_id = 'same'"))
                .isEmpty();
    }

    @Test
    void seedsSentAgainAfterARestartAreStoredOnceAndTheirMetricsPublishedOnce() throws Exception {
        List<Path> seeds = seeds();
        for (Path seed : seeds) {
            assertThat(intake.submit(id(seed), 1, Files.readString(seed)).statusCode())
                    .isEqualTo(202);
        }
        restart();
        connect();
        for (Path seed : seeds) {
            assertThat(intake.submit(id(seed), 2, Files.readString(seed)).statusCode())
                    .isEqualTo(202);
        }
        for (Path seed : seeds) {
            awaitState(id(seed), 2, "STORED");
        }
        assertThat(store.rows("select 1 from rejection where report_id like 'seed-%'"))
                .isEmpty();
        Map<String, Integer> stored = new TreeMap<>();
        store.rows("select report_id, count(*) from metric where report_id like 'seed-%' group by report_id")
                .forEach(row -> stored.put(row.get(0), Integer.valueOf(row.get(1))));
        assertThat(stored).hasSameSizeAs(seeds);
        Map<String, Integer> published = Published.metricsByReport(settings());
        published.keySet().removeIf(report -> !report.startsWith("seed-"));
        assertThat(published).isEqualTo(stored);
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "seeds"))) {
            List<Path> seeds =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(seeds).isNotEmpty();
            return seeds;
        }
    }

    private static String id(Path seed) {
        return "seed-" + seed.getFileName().toString().substring(0, 3);
    }

    private void awaitState(String id, long revision, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(store.row(
                                "select state from report_status where report_id = ? and revision >= ?", id, revision))
                        .containsExactly(state));
    }
}
