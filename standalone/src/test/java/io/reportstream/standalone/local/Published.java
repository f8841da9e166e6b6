package io.reportstream.standalone.local;

import io.reportstream.contract.Json;
import io.reportstream.contract.MetricRow;
import io.reportstream.contract.Topic;
import io.reportstream.service.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What readers of a running stream's topics see, everything committed so far. */
final class Published {
    private Published() {}

    /** Rows on {@code reports.metrics}, for each report that has some. */
    static Map<String, Integer> metricsByReport(Settings settings) throws IOException {
        Map<String, Object> client = new HashMap<>(settings.passThrough("kafka."));
        client.put("isolation.level", "read_committed");
        client.put("enable.auto.commit", false);
        Map<String, Integer> rows = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.METRICS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    rows.merge(
                            Json.MAPPER
                                    .readValue(record.value(), MetricRow.class)
                                    .reportId(),
                            1,
                            Integer::sum);
                }
            }
        }
        return rows;
    }
}
