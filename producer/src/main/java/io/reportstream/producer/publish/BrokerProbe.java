package io.reportstream.producer.publish;

import io.reportstream.contract.Topic;
import io.reportstream.service.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the leader of every partition of {@link Topic#RAW}, at most once a second: the answer is kept that long, so that
 * many health checks cost what one does.
 */
public final class BrokerProbe {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private Health last = Health.down("not asked yet");
    private long askedAt = System.nanoTime() - KEPT.toNanos();

    public BrokerProbe(Admin admin) {
        this.admin = admin;
    }

    public synchronized Health check() {
        if (System.nanoTime() - askedAt >= KEPT.toNanos()) {
            last = ask();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private Health ask() {
        ListOffsetsOptions patience = new ListOffsetsOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            admin.listOffsets(partitions(), patience).all().get();
            return Health.ok();
        } catch (ExecutionException e) {
            return Health.down("the broker does not answer for " + Topic.RAW.topicName() + ": "
                    + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down("interrupted");
        }
    }

    private Map<TopicPartition, OffsetSpec> partitions() throws ExecutionException, InterruptedException {
        DescribeTopicsOptions patience = new DescribeTopicsOptions().timeoutMs((int) PATIENCE.toMillis());
        String raw = Topic.RAW.topicName();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin.describeTopics(List.of(raw), patience)
                .allTopicNames()
                .get()
                .get(raw)
                .partitions()
                .forEach(partition ->
                        partitions.put(new TopicPartition(raw, partition.partition()), OffsetSpec.latest()));
        return partitions;
    }
}
