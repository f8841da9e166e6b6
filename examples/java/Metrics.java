import io.reportstream.contract.Json;
import io.reportstream.contract.MetricRow;
import io.reportstream.contract.Topic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints every metric as one line of tab-separated text: region, year, indicator, value, measure, status, report.
 *
 * <pre>java -cp standalone/target/reportstream.jar examples/java/Metrics.java [--once] 127.0.0.1:9092</pre>
 *
 * <p>--once reads what is there and ends. Without it, run it with a group.id of your own and commit what you have handled:
 * here nothing is remembered, and every start reads from the beginning.
 */
public final class Metrics {
    private static final int REMEMBERED = 100_000;

    /** A record may come twice; its event then has the same id. */
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        Properties settings = new Properties();
        settings.put("bootstrap.servers", given.get(given.size() - 1));
        // The processor writes in transactions: what it took back must not be read.
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.METRICS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Metrics metrics = new Metrics();
            do {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    metrics.take(record);
                }
            } while (!given.contains("--once")
                    || partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition)));
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) throws IOException {
        String event = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        if (seen.put(event, true) != null) {
            return;
        }
        MetricRow row = Json.MAPPER.readValue(record.value(), MetricRow.class);
        out.printf(
                "%s\t%s\t%s\t%s\t%s\t%s\t%s%n",
                row.region(),
                row.year(),
                row.indicator(),
                row.value().toPlainString(),
                row.measure(),
                row.status(),
                row.reportId());
    }
}
