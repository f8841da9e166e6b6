package io.reportstream.sink.consume;

import io.reportstream.contract.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's clients as the sink needs them; what was passed through applies where it does not break a promise. */
public final class KafkaClients {
    private static final int ANSWER_SECONDS = 10;

    private KafkaClients() {}

    /** @param number tells the consumers of one process apart */
    static Consumer<String, byte[]> consumer(ConsumerSettings settings, int number) {
        return new KafkaConsumer<>(
                consumerConfig(settings, number), new StringDeserializer(), new ByteArrayDeserializer());
    }

    static Map<String, Object> consumerConfig(ConsumerSettings settings, int number) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        // A consumer that died is replaced after this; one that is stopped cleanly at once.
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // Not a cooperative one: a static member that dies between the two rebalances of those comes back to the first
        // one's assignment, and what it had given up belongs to nobody from then on.
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        if (!settings.instance().isEmpty()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance() + "-" + number);
        }
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.group() + "-" + number);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Positions come from the database alone.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchReports());
        // A single larger batch of records is still returned; this bounds what is fetched ahead.
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RAW_BYTES);
        return config;
    }

    /** For records that must not get lost, a few at a time; gives up on one after {@code deliveryMillis}. */
    public static Producer<String, byte[]> producer(Map<String, Object> kafka, String clientId, int deliveryMillis) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Topic.MAX_RECORD_BYTES);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deliveryMillis);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deliveryMillis / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** @throws KafkaException if the broker does not answer in time */
    static Map<String, Uuid> topicIds(Admin admin, Set<String> topics) {
        try {
            return admin
                    .describeTopics(topics)
                    .allTopicNames()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, topic -> topic.getValue().topicId()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new KafkaException("the broker does not describe the topics", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
