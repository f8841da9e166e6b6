package io.reportstream.contract;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was accepted; the value of {@link Topic#RAW}.
 *
 * @param id the submitter's own id, or else derived from source and content
 * @param revision orders the submissions of one report; a later one replaces the earlier one everywhere. Microseconds
 *     since the epoch at acceptance, unless the submitter states it
 * @param source the upstream system that submitted it
 * @param text the report after character decoding, before any cleaning
 */
public record RawReport(
        int schemaVersion,
        String id,
        long revision,
        String source,
        @Nullable String title,
        String text,
        @Nullable String url,
        @Nullable Instant publishedAt,
        Map<String, String> attributes,
        Instant receivedAt) {
    public static final int SCHEMA_VERSION = 1;

    public RawReport {
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
