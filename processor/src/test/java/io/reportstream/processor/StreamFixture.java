package io.reportstream.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Topic;
import io.reportstream.processor.analyze.Analyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology without a broker. Every message that comes out is checked against its schema. */
final class StreamFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-05T08:00:10Z");
    static final int MAX_CHARS = 100_000;

    private static final Analyzer ANALYZER = new Analyzer();

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final Map<Topic, Schema> schemas = new EnumMap<>(Topic.class);

    StreamFixture(Path stateDir) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Stages stages = new Stages(ANALYZER, MAX_CHARS, clock, new SimpleMeterRegistry());
        driver = new TopologyTestDriver(ReportTopology.build(stages), properties, NOW);
        raw = driver.createInputTopic(Topic.RAW.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Topic topic : Topic.values()) {
            try (InputStream file = Topic.class.getResourceAsStream("/schema/" + topic.topicName() + ".json")) {
                schemas.put(topic, registry.getSchema(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static RawReport report(String id, long revision, String text) {
        return new RawReport(
                RawReport.SCHEMA_VERSION,
                id,
                revision,
                "city",
                null,
                text,
                null,
                null,
                Map.of(),
                NOW.minus(Duration.ofMillis(30)));
    }

    void send(RawReport report) {
        send(report.id(), Json.bytes(report));
    }

    void send(String key, byte[] value) {
        raw.pipeInput(key.getBytes(StandardCharsets.UTF_8), value);
    }

    void send(TestRecord<byte[], byte[]> record) {
        raw.pipeInput(record);
    }

    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** All messages of {@code topic} since the last call. */
    List<Message> read(Topic topic) {
        List<Message> messages = new ArrayList<>();
        var output = driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
        while (!output.isEmpty()) {
            var record = output.readRecord();
            String json = new String(record.value(), StandardCharsets.UTF_8);
            var errors = schemas.get(topic).validate(json, InputFormat.JSON);
            if (!errors.isEmpty()) {
                throw new AssertionError(topic.topicName() + " does not follow its schema: " + errors);
            }
            try {
                messages.add(new Message(
                        record.key(), Json.MAPPER.readTree(json), foreign(record.headers()), event(topic, record)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return messages;
    }

    /**
     * @param headers but for those of the event
     * @param event its id
     */
    record Message(String key, JsonNode value, List<String> headers, String event) {
        String text(String field) {
            return value.path(field).asText();
        }
    }

    private static List<String> foreign(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(Header::key)
                .filter(name -> !name.startsWith("ce_") && !name.equals("content-type"))
                .toList();
    }

    private static String event(Topic topic, TestRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            String before = headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            assertThat(before).as("an earlier " + header.key()).isNull();
        }
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/reportstream/processor")
                .containsEntry("ce_subject", record.key())
                .containsEntry("ce_dataschema", "urn:reportstream:schema:" + topic.topicName() + ":1")
                .containsEntry("ce_time", topic == Topic.STATS ? headers.get("ce_time") : NOW.toString())
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_type");
        return Objects.requireNonNull(headers.get("ce_id"));
    }

    @Override
    public void close() {
        driver.close();
    }
}
