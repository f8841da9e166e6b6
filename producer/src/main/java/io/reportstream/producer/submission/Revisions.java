package io.reportstream.producer.submission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Microseconds since the epoch, and never the same or a smaller one again from this process. */
public final class Revisions {
    private final AtomicLong last = new AtomicLong();

    long next(Instant now) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return last.updateAndGet(previous -> Math.max(previous + 1, micros));
    }
}
