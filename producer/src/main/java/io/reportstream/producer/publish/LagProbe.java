package io.reportstream.producer.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.reportstream.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, every second, the records of {@link Topic#RAW} that a consumer group has still to read. */
public final class LagProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LagProbe.class);
    private static final long UNKNOWN = -1;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final String group;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(LagProbe::thread);
    private volatile long lag = UNKNOWN;

    /** @param group whose committed offsets count; one that has committed none has everything still to read */
    public LagProbe(Admin admin, String group, MeterRegistry registry) {
        this.admin = admin;
        this.group = group;
        Gauge.builder("reportstream.raw.lag", this, probe -> probe.lag == UNKNOWN ? Double.NaN : probe.lag)
                .description("Accepted reports that the processor has still to read; NaN where it cannot be told")
                .register(registry);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "producer-lag");
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        Future<?> unused = timer.scheduleWithFixedDelay(this::ask, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether more are waiting than {@code limit}; false where it cannot be told. */
    public boolean above(long limit) {
        return lag > limit;
    }

    private void ask() {
        try {
            lag = count();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            lag = UNKNOWN;
            LOG.debug("the lag cannot be told: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long count() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> firsts = new HashMap<>();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        String raw = Topic.RAW.topicName();
        int partitions = get(admin.describeTopics(List.of(raw)).allTopicNames())
                .get(raw)
                .partitions()
                .size();
        for (int i = 0; i < partitions; i++) {
            TopicPartition partition = new TopicPartition(raw, i);
            firsts.put(partition, OffsetSpec.earliest());
            ends.put(partition, OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResultInfo> begin =
                get(admin.listOffsets(firsts).all());
        long waiting = 0;
        for (var end : get(admin.listOffsets(ends).all()).entrySet()) {
            OffsetAndMetadata read = committed.get(end.getKey());
            long next = Math.max(begin.get(end.getKey()).offset(), read == null ? 0 : read.offset());
            waiting += Math.max(0, end.getValue().offset() - next);
        }
        return waiting;
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
