package io.reportstream.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Topic;
import io.reportstream.service.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedKafkaIT {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.PROCESSED.topicName(), 0);

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAcrossAnOrderlyRestart() throws Exception {
        byte[] value = "报告正文".getBytes(StandardCharsets.UTF_8);
        try (EmbeddedKafka kafka = started()) {
            ensureTopics(kafka);
            send(kafka, value);
        }
        long begin = System.nanoTime();
        try (EmbeddedKafka kafka = started()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
            assertThat(first(kafka)).isEqualTo(value);
        }
    }

    @Test
    void keepsAcknowledgedRecordsOfAKilledProcess() throws Exception {
        Process killed =
                ChildJvm.start(KafkaProcess.class, directory.resolve("kafka").toString());
        killed.destroyForcibly().waitFor();
        try (EmbeddedKafka kafka = started()) {
            assertThat(first(kafka)).isEqualTo(KafkaProcess.VALUE);
        }
    }

    /** Sends one record, waits for the acknowledgement, then waits to be killed. */
    static final class KafkaProcess {
        static final byte[] VALUE = {1, 2, 3};

        public static void main(String[] arguments) throws Exception {
            EmbeddedKafka kafka = new EmbeddedKafka(Path.of(arguments[0]), 0);
            kafka.start();
            ensureTopics(kafka);
            send(kafka, VALUE);
            ChildJvm.ready();
        }
    }

    @Test
    void carriesARecordOfTheLargestSize() throws Exception {
        byte[] value = new byte[Topic.MAX_RECORD_BYTES - 1024];
        value[value.length - 1] = 7;
        try (EmbeddedKafka kafka = started()) {
            ensureTopics(kafka);
            send(kafka, value);
            assertThat(first(kafka)).isEqualTo(value);
        }
    }

    @Test
    void everySettingIsOneThatTheBrokerKnows() {
        Properties settings = BrokerSettings.of(directory, 1, 2);
        assertThat(KafkaConfig.configDef().names()).containsAll(settings.stringPropertyNames());
    }

    @Test
    void refusesToStartTwiceOnOneDirectory() {
        try (EmbeddedKafka first = started();
                EmbeddedKafka second = new EmbeddedKafka(directory.resolve("kafka"), 0)) {
            assertThat(first.check().up()).isTrue();
            assertThatThrownBy(second::start).hasMessageContaining("in use");
            assertThat(second.check().up()).isFalse();
        }
    }

    private EmbeddedKafka started() {
        EmbeddedKafka kafka = new EmbeddedKafka(directory.resolve("kafka"), 0);
        kafka.start();
        return kafka;
    }

    private static void ensureTopics(EmbeddedKafka kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Topics.ensure(admin, (short) 1, Duration.ofSeconds(20));
        }
    }

    private static void send(EmbeddedKafka kafka, byte[] value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "max.request.size",
                Topic.MAX_RECORD_BYTES,
                "buffer.memory",
                2L * Topic.MAX_RECORD_BYTES);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), new byte[] {1}, value))
                    .get();
        }
    }

    private static byte[] first(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "max.partition.fetch.bytes",
                Topic.MAX_RECORD_BYTES,
                "fetch.max.bytes",
                Topic.MAX_RECORD_BYTES);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(PARTITION));
            consumer.seekToBeginning(Set.of(PARTITION));
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Duration.ofSeconds(20))) {
                return row.value();
            }
            throw new AssertionError("no record within 20 s");
        }
    }
}
