package io.reportstream.processor;

import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.StatsRow;
import io.reportstream.contract.Topic;
import io.reportstream.processor.Publishing.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts reports per minute of the wall clock and source, and sends the rows that changed once a second. Updates instead
 * of one final row, since a stream that falls silent would keep its last minute to itself.
 */
final class StatsCounter extends ContextualProcessor<byte[], Passage<Reading<Packed>>, String, byte[]> {
    private static final Duration EMIT_EVERY = Duration.ofSeconds(1);
    private static final Duration KEEP = Duration.ofMinutes(5);

    private final Tally tally;
    private final Set<String> changed = new HashSet<>();
    private @Nullable KeyValueStore<String, StatsRow> rows;
    private Instant latestWindow = Instant.EPOCH;

    StatsCounter(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        rows = context.getStateStore(ReportTopology.TALLIES);
        // What was counted but perhaps not sent before a restart; the last row of a key wins, so twice does no harm.
        forEach(row -> {
            changed.add(row.key());
            latestWindow = latest(row.windowStart());
        });
        context.schedule(EMIT_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> emit());
    }

    @Override
    public void process(Record<byte[], Passage<Reading<Packed>>> record) {
        // Never an earlier window than before: a clock set back must not open one that was sent and forgotten.
        latestWindow = latest(now().truncatedTo(ChronoUnit.MINUTES));
        StatsRow empty = Tally.empty(
                latestWindow,
                context().taskId().partition(),
                record.value().identity().source());
        StatsRow before = rows.get(empty.key());
        rows.put(empty.key(), tally.add(before == null ? empty : before, record.value()));
        changed.add(empty.key());
    }

    private void emit() {
        for (String key : changed) {
            StatsRow row = rows.get(key);
            if (row != null) {
                byte[] value = Json.bytes(row);
                CloudEvent event = CloudEvent.row(Topic.STATS, key, value, now());
                context().forward(new Message(event, value).at(context().currentSystemTimeMs(), List.of()));
            }
        }
        changed.clear();
        List<String> closed = new ArrayList<>();
        forEach(row -> {
            if (row.windowStart().isBefore(latestWindow.minus(KEEP))) {
                closed.add(row.key());
            }
        });
        closed.forEach(rows::delete);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private Instant latest(Instant window) {
        return window.isAfter(latestWindow) ? window : latestWindow;
    }

    private void forEach(Consumer<StatsRow> action) {
        try (KeyValueIterator<String, StatsRow> all = rows.all()) {
            all.forEachRemaining(entry -> action.accept(entry.value));
        }
    }
}
