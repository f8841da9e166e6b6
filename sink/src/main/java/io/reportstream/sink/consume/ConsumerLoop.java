package io.reportstream.sink.consume;

import io.reportstream.contract.Topic;
import io.reportstream.service.Health;
import io.reportstream.sink.store.FencedException;
import io.reportstream.sink.store.ReportStore;
import io.reportstream.sink.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer on one thread. Whatever goes wrong, it lets its claims go, keeps polling so that it stays a member of its
 * group, and after a while claims anew and reads on from where the store says.
 */
final class ConsumerLoop implements Runnable {
    static final List<String> TOPICS =
            List.of(Topic.RAW.topicName(), Topic.PROCESSED.topicName(), Topic.REJECTED.topicName());

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofSeconds(90);
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ReportStore store;
    private final Function<Set<String>, Map<String, Uuid>> topicIds;
    private final RecordReader reader;
    private final TaskWriter writer;
    private final Backoff backoff;
    private final int maxBatchBytes;

    private volatile boolean stopped;
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile String trouble = "has not joined its consumer group yet";
    private volatile long lastPoll = System.nanoTime();
    private volatile long lag;
    private volatile int partitions;

    ConsumerLoop(
            Supplier<Consumer<String, byte[]>> consumers,
            ReportStore store,
            Function<Set<String>, Map<String, Uuid>> topicIds,
            RecordReader reader,
            TaskWriter writer,
            Backoff backoff,
            int maxBatchBytes) {
        this.consumers = consumers;
        this.store = store;
        this.topicIds = topicIds;
        this.reader = reader;
        this.writer = writer;
        this.backoff = backoff;
        this.maxBatchBytes = maxBatchBytes;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                consumeUntilTrouble();
            } catch (WakeupException e) {
                LOG.debug("woken up to stop");
            } catch (RuntimeException e) {
                // A consumer that throws from poll is of no more use; the next one begins where the store says.
                report(e);
                backoff.failed();
                pause();
            }
        }
    }

    Health check() {
        if (!trouble.isEmpty()) {
            return Health.down(trouble);
        }
        Duration silence = Duration.ofNanos(System.nanoTime() - lastPoll);
        return silence.compareTo(STALLED) < 0
                ? Health.ok()
                : Health.down("a consumer is stuck since " + silence.toSeconds() + " s");
    }

    long lag() {
        return lag;
    }

    int partitions() {
        return partitions;
    }

    /** Lets the transaction under way finish; {@link #run} returns soon after. */
    void stop() {
        stopped = true;
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void consumeUntilTrouble() {
        Consumer<String, byte[]> consumer = consumers.get();
        current = consumer;
        try {
            consume(consumer);
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void consume(Consumer<String, byte[]> consumer) {
        Assignment assignment = new Assignment(consumer, store, topicIds);
        consumer.subscribe(TOPICS, assignment);
        while (!stopped) {
            if (assignment.rests() && backoff.due()) {
                guarded(assignment, assignment::claim);
            }
            List<ConsumerRecord<String, byte[]>> records = poll(consumer, assignment);
            if (!records.isEmpty()) {
                guarded(assignment, () -> {
                    write(records, assignment);
                    backoff.succeeded();
                });
            }
            if (!assignment.rests() && joined(consumer)) {
                clear();
            }
            observe(consumer, assignment);
        }
    }

    private List<ConsumerRecord<String, byte[]>> poll(Consumer<String, byte[]> consumer, Assignment assignment) {
        lastPoll = System.nanoTime();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try {
            consumer.poll(POLL).forEach(records::add);
        } catch (OffsetOutOfRangeException e) {
            assignment.restart(e);
        }
        return records;
    }

    /** Runs what needs the store or the broker; on trouble all partitions rest until it is tried again. */
    private void guarded(Assignment assignment, Runnable work) {
        try {
            work.run();
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (StoreUnavailableException | FencedException | KafkaException e) {
            report(e);
            assignment.rest();
            backoff.failed();
        }
    }

    private void write(List<ConsumerRecord<String, byte[]>> records, Assignment assignment) {
        List<Task> tasks = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            long size = Math.max(record.serializedValueSize(), 0);
            if (!tasks.isEmpty() && bytes + size > maxBatchBytes) {
                writer.write(tasks, assignment);
                tasks = new ArrayList<>();
                bytes = 0;
            }
            tasks.add(reader.read(record));
            bytes += size;
        }
        writer.write(tasks, assignment);
    }

    private void observe(Consumer<String, byte[]> consumer, Assignment assignment) {
        partitions = assignment.size();
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong behind = consumer.currentLag(partition);
            sum += behind.orElse(0);
        }
        lag = sum;
    }

    /** A member of its group, if only one without partitions. */
    private static boolean joined(Consumer<String, byte[]> consumer) {
        return consumer.groupMetadata().generationId() >= 0;
    }

    private void clear() {
        if (!trouble.isEmpty()) {
            LOG.info("reads {} partitions", partitions);
            trouble = "";
        }
    }

    private void report(RuntimeException e) {
        String now = e.getClass().getSimpleName() + ": " + e.getMessage();
        if (!now.equals(trouble)) {
            LOG.warn("waits: {}", now);
        }
        trouble = now;
    }

    private void pause() {
        while (!backoff.due() && !stopped) {
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
    }
}
