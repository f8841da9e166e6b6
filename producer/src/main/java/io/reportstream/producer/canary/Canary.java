package io.reportstream.producer.canary;

import io.micrometer.core.instrument.MeterRegistry;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.publish.Publisher;
import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import io.reportstream.producer.status.StoreUnavailableException;
import io.reportstream.producer.submission.SubmissionRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a small report through the whole stream now and then and waits until the store has it. It is one report in ever
 * new revisions, so that the store does not fill; its text is new each time, or the processor would take it for a repeat.
 */
public final class Canary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private final Publisher publisher;
    private final ReportStatuses statuses;
    private final Duration interval;
    private final Duration patience;
    private final CanaryMetrics metrics;
    private final Thread thread = new Thread(this::run, "producer-canary");

    enum End {
        STORED,
        /** As one must be that another producer's has overtaken. */
        REJECTED,
        /** Not acknowledged by the broker. */
        REFUSED,
        /** Neither stored nor rejected in time, as far as the store can be asked. */
        LOST
    }

    /**
     * One that is not sent before {@link #start()}.
     *
     * @param interval from one to the next; longer while they take longer
     * @param patience how long to wait for one
     */
    public Canary(
            Publisher publisher,
            ReportStatuses statuses,
            Duration interval,
            Duration patience,
            MeterRegistry registry) {
        this.publisher = publisher;
        this.statuses = statuses;
        this.interval = interval;
        this.patience = patience;
        this.metrics = new CanaryMetrics(registry);
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                long sentAt = System.nanoTime();
                End end = send(report(Instant.now()));
                metrics.ended(end, sentAt);
                if (end != End.STORED) {
                    LOG.warn("a canary did not come through: {}", end);
                }
                Thread.sleep(Math.max(
                        1, interval.minusNanos(System.nanoTime() - sentAt).toMillis()));
            }
        } catch (InterruptedException e) {
            LOG.debug("closed");
        }
    }

    static RawReport report(Instant now) {
        long revision = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return new RawReport(
                RawReport.SCHEMA_VERSION,
                SubmissionRules.CANARY,
                revision,
                SubmissionRules.CANARY,
                null,
                "流转自检报告\n一、主要工作成效\n" + now + "，完成流转自检1次。",
                null,
                null,
                Map.of(),
                now);
    }

    private End send(RawReport report) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            publisher.publish(report).get();
        } catch (ExecutionException e) {
            return End.REFUSED;
        }
        Submitted submitted = new Submitted(report.id(), report.revision(), report.source());
        while (System.nanoTime() - begin < patience.toNanos()) {
            ReportStatus status = status(submitted);
            if (status != null) {
                return status.state() == ReportStatus.State.STORED ? End.STORED : End.REJECTED;
            }
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        }
        return End.LOST;
    }

    private @Nullable ReportStatus status(Submitted submitted) {
        try {
            return statuses.settled(List.of(submitted)).get(submitted);
        } catch (StoreUnavailableException e) {
            return null;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
