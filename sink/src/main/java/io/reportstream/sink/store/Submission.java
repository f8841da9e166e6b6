package io.reportstream.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of {@code reports.raw} without its text; the fields mean what the columns of table {@code submission} mean. */
public record Submission(
        int partition,
        long offset,
        String reportId,
        @Nullable Long revision,
        @Nullable String source,
        Instant receivedAt,
        int bytes,
        int replays) {}
