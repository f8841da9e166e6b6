package io.reportstream.sink.consume;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.sink.store.ReportStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumers of one process, each on its own thread. */
public final class Consumers implements Component {
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);

    private final ConsumerSettings settings;
    private final Map<Thread, ConsumerLoop> loops = new LinkedHashMap<>();

    /** @param producer gives up on a record within {@code deliveryMillis} */
    public Consumers(
            ConsumerSettings settings,
            ReportStore store,
            Admin admin,
            Producer<String, byte[]> producer,
            int deliveryMillis,
            SinkMetrics metrics) {
        this.settings = settings;
        Refusals refusals = new Refusals(Clock.systemUTC());
        RecordReader reader = new RecordReader(refusals);
        RejectedPublisher publisher = new RejectedPublisher(producer, deliveryMillis + 1_000L);
        TaskWriter writer = new TaskWriter(store, publisher, reader, refusals, metrics);
        for (int i = 0; i < settings.consumers(); i++) {
            int number = i;
            ConsumerLoop loop = new ConsumerLoop(
                    () -> KafkaClients.consumer(settings, number),
                    store,
                    topics -> KafkaClients.topicIds(admin, topics),
                    reader,
                    writer,
                    new Backoff(FIRST_RETRY, LONGEST_RETRY, System::nanoTime),
                    settings.batchBytes());
            metrics.consumer(number, loop, ConsumerLoop::lag, ConsumerLoop::partitions);
            loops.put(new Thread(loop, "sink-" + number), loop);
        }
    }

    @Override
    public void start() {
        loops.keySet().forEach(Thread::start);
    }

    @Override
    public Health check() {
        List<String> troubles = new ArrayList<>();
        loops.forEach((thread, loop) -> {
            Health health = thread.isAlive() ? loop.check() : Health.down("does not run");
            if (!health.up()) {
                troubles.add(thread.getName() + ": " + health.detail());
            }
        });
        return troubles.isEmpty() ? Health.ok() : Health.down(String.join("; ", troubles));
    }

    @Override
    public void close() {
        loops.values().forEach(ConsumerLoop::stop);
        long deadline = System.nanoTime() + STOP.toNanos();
        try {
            for (Thread thread : loops.keySet()) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                if (thread.isAlive()) {
                    LOG.warn("{} did not stop in time and is interrupted", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("{} stopped", settings.group());
    }
}
