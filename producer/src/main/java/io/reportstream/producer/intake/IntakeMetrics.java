package io.reportstream.producer.intake;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts reports at the door, by what was answered. */
final class IntakeMetrics {
    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted() {
        count("ACCEPTED");
    }

    /** @param code of a problem document */
    void refused(String code) {
        count(code);
    }

    private void count(String outcome) {
        registry.counter("intake.reports", "outcome", outcome).increment();
    }
}
