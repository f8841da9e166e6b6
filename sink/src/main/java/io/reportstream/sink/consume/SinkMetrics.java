package io.reportstream.sink.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Reason;
import io.reportstream.sink.store.Batch;
import io.reportstream.sink.store.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** What the sink counts and times. */
public final class SinkMetrics {
    private static final String REPORTS = "reportstream.sink.reports";
    private static final String ROWS = "reportstream.sink.rows";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter stored;
    private final Counter outdated;
    private final Counter deleted;
    private final Counter rejections;
    private final Counter documents;
    private final Counter sections;
    private final Counter metrics;
    private final Timer batchTime;
    private final DistributionSummary batchReports;
    private final Timer endToEnd;

    public SinkMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        stored = reports("stored");
        outdated = reports("outdated");
        deleted = reports("deleted");
        rejections = rows("rejection");
        documents = rows("document");
        sections = rows("section");
        metrics = rows("metric");
        batchTime = Timer.builder("reportstream.sink.batch")
                .description("Time of one database transaction")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry);
        batchReports = DistributionSummary.builder("reportstream.sink.batch.reports")
                .description("Reports of one database transaction")
                .register(registry);
        endToEnd = Timer.builder("reportstream.end.to.end")
                .description("Time from a report's acceptance until its rows are committed")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    void written(Batch batch, Written written, long nanos) {
        batchTime.record(Duration.ofNanos(nanos));
        batchReports.record(batch.reports().size());
        stored.increment(written.reports().size());
        outdated.increment(batch.reports().size() - written.reports().size());
        deleted.increment(written.deleted());
        rejections.increment(written.rejections());
        documents.increment(written.documents());
        sections.increment(written.sections());
        metrics.increment(written.metrics());
        Instant now = clock.instant();
        for (ProcessedReport report : batch.reports()) {
            if (written.reports().contains(report.id())) {
                endToEnd.record(Duration.between(report.receivedAt(), now));
            }
        }
    }

    void refused(Reason reason) {
        registry.counter("reportstream.sink.refused", "reason", reason.name()).increment();
    }

    <T> void consumer(int number, T loop, ToDoubleFunction<T> lag, ToDoubleFunction<T> partitions) {
        Gauge.builder("reportstream.sink.lag", loop, lag)
                .description("Records that wait to be stored, in the partitions of a consumer")
                .tag("consumer", Integer.toString(number))
                .register(registry);
        Gauge.builder("reportstream.sink.partitions", loop, partitions)
                .description("Partitions that a consumer owns")
                .tag("consumer", Integer.toString(number))
                .register(registry);
    }

    private Counter reports(String outcome) {
        return Counter.builder(REPORTS)
                .description("Reports written, left alone because a newer revision is stored, or removed")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter rows(String table) {
        return Counter.builder(ROWS)
                .description("Rows written")
                .tag("table", table)
                .register(registry);
    }
}
