package io.reportstream.contract;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report with all that was found in it; the value of {@link Topic#PROCESSED}. The fields it shares with {@link
 * RawReport} mean the same.
 */
public record ProcessedReport(
        int schemaVersion,
        String id,
        long revision,
        String source,
        @Nullable String title,
        String text,
        @Nullable String url,
        @Nullable Instant publishedAt,
        Map<String, String> attributes,
        Instant receivedAt,
        Instant processedAt,
        Analysis analysis) {
    public static final int SCHEMA_VERSION = 1;

    public ProcessedReport {
        attributes = Map.copyOf(attributes);
    }
}
