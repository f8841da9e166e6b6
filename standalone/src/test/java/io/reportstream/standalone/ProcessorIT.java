package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Topic;
import io.reportstream.processor.ProcessorApp;
import io.reportstream.processor.ProcessorConfig;
import io.reportstream.service.Settings;
import io.reportstream.service.Topics;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The processor on a real broker, exactly once. */
@Timeout(180)
class ProcessorIT {
    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void open() {
        kafka = new EmbeddedKafka(directory.resolve("kafka"), 0);
        kafka.start();
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0);
        try (Admin admin = Admin.create(client)) {
            Topics.ensure(admin, (short) 1, Duration.ofSeconds(30));
        }
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void close() {
        producer.close();
        kafka.close();
    }

    @Test
    void processesOnceAndRemembersRevisionsAcrossRestarts() throws Exception {
        try (ReadCommitted reader = new ReadCommitted(kafka.bootstrapServers())) {
            try (ProcessorApp app = running("state", "streams")) {
                send(report("it-a", 5, "今年新增就业1200人。"));
                send("it-b", "?".getBytes(StandardCharsets.UTF_8));
                send(report("it-a", 5, "今年新增就业1200人。"));
                reader.until(
                        () -> reader.count(Topic.PROCESSED, "it-a") == 2 && reader.count(Topic.REJECTED, "it-b") == 1);
                assertThat(get(app, "/health/ready").statusCode()).isEqualTo(200);
                assertThat(get(app, "/metrics").body())
                        .contains("reportstream_processor_stage_seconds_count")
                        .contains("kafka_stream_thread_process_rate");
            }
            int rows = reader.count(Topic.SECTIONS, "it-a");
            try (ProcessorApp app = running("state", "streams")) {
                send(report("it-a", 4, "今年新增就业1100人。"));
                reader.until(() -> reader.count(Topic.REJECTED, "it-a") == 1);
                assertThat(reader.last(Topic.REJECTED, "it-a").path("reason").asText())
                        .isEqualTo("SUPERSEDED");
                await().until(() -> app.check().up());
            }
            // Another machine, without the local state.
            try (ProcessorApp app = running("elsewhere", "streams")) {
                send(report("it-a", 3, "今年新增就业1000人。"));
                send(report("it-a", 6, "今年新增就业1200人。"));
                reader.until(
                        () -> reader.count(Topic.REJECTED, "it-a") == 2 && reader.count(Topic.PROCESSED, "it-a") == 3);
                assertThat(reader.last(Topic.PROCESSED, "it-a").path("revision").asLong())
                        .isEqualTo(6);
                reader.until(() -> reader.count(Topic.STATS) > 0);
                await().until(() -> app.check().up());
            }
            assertThat(reader.count(Topic.SECTIONS, "it-a")).isEqualTo(rows);
        }
    }

    @Test
    void theClassicProtocolServesOlderBrokers() throws Exception {
        try (ReadCommitted reader = new ReadCommitted(kafka.bootstrapServers());
                ProcessorApp app = running("classic", "classic")) {
            send(report("it-classic", 1, "今年新增就业1200人。"));
            reader.until(() -> reader.count(Topic.PROCESSED, "it-classic") == 1);
            await().until(() -> app.check().up());
        }
    }

    @Test
    void aSeedIsVisibleWithinAFractionOfASecond() throws Exception {
        String text = Files.readString(Path.of("../seeds/001_706da0dc94fb9eb6.txt"));
        try (ReadCommitted reader = new ReadCommitted(kafka.bootstrapServers());
                ProcessorApp app = running("latency", "streams")) {
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = "it-latency-" + i;
                long begin = System.nanoTime();
                send(report(id, 1, text));
                reader.until(() -> reader.count(Topic.PROCESSED, id) == 1);
                if (i >= 20) {
                    millis.add((System.nanoTime() - begin) / 1_000_000);
                }
            }
            long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.println("latency of a seed in ms, send to committed: median " + sorted[sorted.length / 2] + ", "
                    + Arrays.toString(sorted));
            assertThat(sorted[sorted.length / 2]).isLessThan(1_000);
            await().until(() -> app.check().up());
        }
    }

    private static ProcessorApp running(String stateDir, String protocol) {
        Settings settings = Settings.of(Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "processor.application.id",
                "it-" + protocol + (stateDir.equals("latency") ? "-latency" : ""),
                "processor.state.dir",
                directory.resolve(stateDir).toString(),
                "processor.group.protocol",
                protocol,
                "processor.http.port",
                "0"));
        ProcessorApp app = new ProcessorApp(ProcessorConfig.from(settings));
        long begin = System.nanoTime();
        app.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> app.check().up());
        System.out.println(
                "processor on " + stateDir + " runs after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        return app;
    }

    private static RawReport report(String id, long revision, String text) {
        return new RawReport(
                RawReport.SCHEMA_VERSION, id, revision, "it", null, text, null, null, Map.of(), Instant.now());
    }

    private static void send(RawReport report) throws Exception {
        send(report.id(), Json.bytes(report));
    }

    private static void send(String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(Topic.RAW.topicName(), key, value)).get();
    }

    private static HttpResponse<String> get(ProcessorApp app, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + app.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Everything that was committed on the topics behind the raw one, from the beginning. */
    private static final class ReadCommitted implements AutoCloseable {
        private record Message(Topic topic, String key, JsonNode value) {}

        private final KafkaConsumer<String, byte[]> consumer;
        private final List<Message> messages = new ArrayList<>();

        ReadCommitted(String bootstrapServers) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            bootstrapServers,
                            "isolation.level",
                            "read_committed",
                            "auto.offset.reset",
                            "earliest",
                            "enable.auto.commit",
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            List<String> topics = Arrays.stream(Topic.values())
                    .filter(topic -> topic != Topic.RAW)
                    .map(Topic::topicName)
                    .toList();
            consumer.assign(topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
        }

        void until(BooleanSupplier enough) throws IOException {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!enough.getAsBoolean()) {
                assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
                for (var record : consumer.poll(Duration.ofMillis(5))) {
                    Topic topic = Arrays.stream(Topic.values())
                            .filter(each -> each.topicName().equals(record.topic()))
                            .findFirst()
                            .orElseThrow();
                    messages.add(new Message(topic, record.key(), Json.MAPPER.readTree(record.value())));
                }
            }
        }

        int count(Topic topic) {
            return (int) messages.stream()
                    .filter(message -> message.topic() == topic)
                    .count();
        }

        int count(Topic topic, String key) {
            return (int) messages.stream()
                    .filter(message -> message.topic() == topic && message.key().equals(key))
                    .count();
        }

        JsonNode last(Topic topic, String key) {
            return messages.stream()
                    .filter(message -> message.topic() == topic && message.key().equals(key))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .value();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
