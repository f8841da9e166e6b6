package io.reportstream.producer.canary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What a canary tells: how long it took, and how long ago one last came through. */
final class CanaryMetrics {
    private static final String RUNS = "reportstream.canary.runs";

    private final MeterRegistry registry;
    private final Timer latency;
    /** {@link System#nanoTime()} of the last that came through; of the start where none has. */
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    CanaryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.latency = Timer.builder("reportstream.canary.latency")
                .description("From sending a report until the store has it")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(registry);
        Gauge.builder("reportstream.canary.age", last, sent -> (System.nanoTime() - sent.get()) / 1e9)
                .description("Since a canary last came through, or since the start where none has")
                .baseUnit("seconds")
                .register(registry);
        for (Canary.End end : Canary.End.values()) {
            registry.counter(RUNS, "outcome", end.name());
        }
    }

    void ended(Canary.End end, long sentAt) {
        registry.counter(RUNS, "outcome", end.name()).increment();
        if (end == Canary.End.STORED) {
            long now = System.nanoTime();
            latency.record(Duration.ofNanos(now - sentAt));
            last.set(now);
        }
    }
}
