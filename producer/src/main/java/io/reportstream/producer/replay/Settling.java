package io.reportstream.producer.replay;

import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import io.reportstream.producer.status.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the store again and again what became of accepted reports, on a thread of its own. */
final class Settling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PER_QUERY = 1_000;

    private final ReportStatuses statuses;
    private final IntConsumer progress;
    private final Set<Submitted> pending = ConcurrentHashMap.newKeySet();
    private final Map<Submitted, ReportStatus> settled = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "replay-settling");
    private volatile boolean closed;
    private volatile long lastChange = System.nanoTime();

    /** @param progress is told how many more are settled */
    Settling(ReportStatuses statuses, IntConsumer progress) {
        this.statuses = statuses;
        this.progress = progress;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void accepted(Submitted submitted) {
        pending.add(submitted);
        lastChange = System.nanoTime();
    }

    @Nullable
    ReportStatus of(Submitted submitted) {
        return settled.get(submitted);
    }

    /** Returns when all are settled, or none was for as long as {@code patience}. */
    void await(Duration patience) throws InterruptedException {
        while (!pending.isEmpty() && System.nanoTime() - lastChange < patience.toNanos()) {
            Thread.sleep(50);
        }
    }

    private void run() {
        while (!closed) {
            try {
                askForAll();
            } catch (StoreUnavailableException e) {
                LOG.warn("the store does not answer: {}", String.valueOf(e.getCause()));
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void askForAll() {
        List<Submitted> asked = new ArrayList<>(pending);
        for (int start = 0; start < asked.size(); start += PER_QUERY) {
            List<Submitted> some = asked.subList(start, Math.min(start + PER_QUERY, asked.size()));
            Map<Submitted, ReportStatus> answers = statuses.settled(some);
            if (!answers.isEmpty()) {
                settled.putAll(answers);
                lastChange = System.nanoTime();
                progress.accept(answers.size());
                pending.removeAll(answers.keySet());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
