package io.reportstream.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the reports of one source within one minute of processing, as one partition of {@link Topic#RAW} saw
 * it; the value of {@link Topic#STATS}. A row is sent again, with higher counts, while its minute runs: the last row of a
 * key is the true one, and sums over the last rows are exact. In every row {@code received = processed + rejected}.
 *
 * @param windowStart a full minute of the processor's clock
 * @param partition of {@link Topic#RAW}; each partition counts for itself
 * @param source null for records whose source could not be read
 * @param repeated how many of {@code processed} were repeats; their documents, sections and metrics are not counted again
 * @param latency from acceptance to processing
 */
public record StatsRow(
        int schemaVersion,
        Instant windowStart,
        int windowSeconds,
        int partition,
        @Nullable String source,
        long received,
        long processed,
        long repeated,
        Map<Reason, Long> rejected,
        long documents,
        Map<Label, Long> sections,
        long metrics,
        Latency latency) {
    public static final int SCHEMA_VERSION = 1;
    public static final int WINDOW_SECONDS = 60;

    public StatsRow {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        sections = Collections.unmodifiableMap(new TreeMap<>(sections));
    }

    /** The record's key: window, partition and source. */
    public String key() {
        return windowStart + "/" + partition + "/" + (source == null ? "" : source);
    }

    /**
     * Times in milliseconds.
     *
     * @param count reports whose time of acceptance is known
     * @param atMost for each bound, how many reports took at most so long
     */
    public record Latency(long count, long sumMillis, long maxMillis, SortedMap<Long, Long> atMost) {
        public Latency {
            atMost = Collections.unmodifiableSortedMap(new TreeMap<>(atMost));
        }
    }
}
