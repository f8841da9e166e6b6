package io.reportstream.processor;

import io.reportstream.contract.Document;
import io.reportstream.contract.Label;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Section;
import io.reportstream.contract.StatsRow;
import io.reportstream.contract.StatsRow.Latency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds reports to counts. */
record Tally(Clock clock) {
    /** Bounds of the latency counts, in milliseconds. */
    private static final long[] BOUNDS = {25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000, 600_000};

    static StatsRow empty(Instant windowStart, int partition, @Nullable String source) {
        SortedMap<Long, Long> atMost = new TreeMap<>();
        for (long bound : BOUNDS) {
            atMost.put(bound, 0L);
        }
        return new StatsRow(
                StatsRow.SCHEMA_VERSION,
                windowStart,
                StatsRow.WINDOW_SECONDS,
                partition,
                source,
                0,
                0,
                0,
                Map.of(),
                0,
                Map.of(),
                0,
                new Latency(0, 0, 0, atMost));
    }

    StatsRow add(StatsRow row, Passage<Reading<Packed>> passage) {
        return passage.isAccepted()
                ? processed(row, passage.accepted())
                : rejected(row, passage.rejection().reason());
    }

    private StatsRow processed(StatsRow row, Reading<Packed> reading) {
        boolean news = !reading.repeat();
        Map<Label, Long> sections = new HashMap<>(row.sections());
        long documents = row.documents();
        if (news) {
            for (Document document : reading.value().analysis().documents()) {
                documents++;
                for (Section section : document.sections()) {
                    sections.merge(section.label(), 1L, Long::sum);
                }
            }
        }
        return new StatsRow(
                row.schemaVersion(),
                row.windowStart(),
                row.windowSeconds(),
                row.partition(),
                row.source(),
                row.received() + 1,
                row.processed() + 1,
                row.repeated() + (news ? 0 : 1),
                row.rejected(),
                documents,
                sections,
                row.metrics() + reading.value().metrics().size(),
                add(row.latency(), reading.report().receivedAt()));
    }

    private static StatsRow rejected(StatsRow row, Reason reason) {
        Map<Reason, Long> rejected = new HashMap<>(row.rejected());
        rejected.merge(reason, 1L, Long::sum);
        return new StatsRow(
                row.schemaVersion(),
                row.windowStart(),
                row.windowSeconds(),
                row.partition(),
                row.source(),
                row.received() + 1,
                row.processed(),
                row.repeated(),
                rejected,
                row.documents(),
                row.sections(),
                row.metrics(),
                row.latency());
    }

    /** Clocks differ: a report that seems to come from the future took no time. */
    private Latency add(Latency latency, Instant receivedAt) {
        long millis = Math.max(0, Duration.between(receivedAt, clock.instant()).toMillis());
        SortedMap<Long, Long> atMost = new TreeMap<>(latency.atMost());
        atMost.tailMap(millis).replaceAll((bound, count) -> count + 1);
        return new Latency(
                latency.count() + 1, latency.sumMillis() + millis, Math.max(latency.maxMillis(), millis), atMost);
    }
}
