package io.reportstream.producer.publish;

import io.reportstream.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka producer of this module: measured defaults, then the user's settings, then what the promise rests on. */
public final class KafkaClients {
    private KafkaClients() {}

    /**
     * A producer that is idempotent and waits for every in-sync replica.
     *
     * @param settings passed through to Kafka
     * @param maxBlock how long sending may wait for room or for the topic's leaders
     * @param delivery how long a report may wait for its acknowledgement
     */
    public static Producer<String, byte[]> producer(
            Map<String, Object> settings, Duration maxBlock, Duration delivery) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.putAll(settings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RAW_BYTES + Topic.ENVELOPE_BYTES);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlock.toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(delivery.toMillis()));
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(delivery.toMillis() / 2));
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }
}
