package io.reportstream.processor;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
                        record.key(),
                        Json.MAPPER.readTree(json),
                        record.headers().toArray().length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return messages;
    }

    record Message(String key, JsonNode value, int headers) {
        String text(String field) {
            return value.path(field).asText();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
