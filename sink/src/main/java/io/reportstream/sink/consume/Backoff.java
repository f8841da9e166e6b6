package io.reportstream.sink.consume;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** When to try again: soon at first, then at growing intervals up to a bound, each with some chance in it. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 16;

    /** Up to a fifth more, so that those who failed together do not come back together. */
    private static final int JITTER = 5;

    private final Duration first;
    private final Duration longest;
    private final LongSupplier nanoTime;
    private int failures;
    private long notBefore;

    Backoff(Duration first, Duration longest, LongSupplier nanoTime) {
        this.first = first;
        this.longest = longest;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    boolean due() {
        return nanoTime.getAsLong() - notBefore >= 0;
    }

    void failed() {
        long wait = Math.min(first.toNanos() << Math.min(failures, MAX_DOUBLINGS), longest.toNanos());
        failures++;
        notBefore = nanoTime.getAsLong() + wait + ThreadLocalRandom.current().nextLong(wait / JITTER + 1);
    }

    void succeeded() {
        failures = 0;
        notBefore = nanoTime.getAsLong();
    }
}
