package io.reportstream.bench.faults;

import io.reportstream.contract.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares what is there with what an undisturbed run would have made of the same records. */
final class Reconciliation implements AutoCloseable {
    private static final List<Topic> RESULTS =
            List.of(Topic.PROCESSED, Topic.SECTIONS, Topic.METRICS, Topic.REJECTED, Topic.STATS);

    private final Rig rig;
    private final TopicFeed raw;
    private final Map<Topic, TopicFeed> feeds = new EnumMap<>(Topic.class);
    private final Expected.Analyses analyses = new Expected.Analyses();

    /**
     * How a round ended.
     *
     * @param accepted submissions answered with 202
     * @param records on the raw topic
     * @param facts that were compared: outcomes, flat rows and rows of the store
     * @param lost what is missing
     * @param doubled what is there and should not be, or too often
     * @param settled how long after the last fault everything was there
     */
    record Result(int accepted, int records, int facts, List<String> lost, List<String> doubled, Duration settled) {
        boolean clean() {
            return lost.isEmpty() && doubled.isEmpty();
        }
    }

    Reconciliation(Rig rig) {
        this.rig = rig;
        raw = new TopicFeed(rig.bootstrapServers(), Topic.RAW);
        RESULTS.forEach(topic -> feeds.put(topic, new TopicFeed(rig.bootstrapServers(), topic)));
    }

    /** Compares until all agrees; what still differs after {@code patience} is the result. */
    Result settle(Collection<Load.Accepted> accepted, Duration patience) {
        long begin = System.nanoTime();
        Result result = compare(accepted, begin);
        while (!result.clean() && System.nanoTime() - begin < patience.toNanos()) {
            Rig.pause(1_000);
            rig.supervise();
            result = compare(accepted, begin);
        }
        if (result.clean()) {
            // Once more: a double may come late.
            Duration settled = result.settled();
            Rig.pause(3_000);
            Result again = compare(accepted, begin);
            return new Result(again.accepted(), again.records(), again.facts(), again.lost(), again.doubled(), settled);
        }
        return result;
    }

    private Result compare(Collection<Load.Accepted> accepted, long begin) {
        List<ConsumerRecord<String, byte[]>> records = raw.readToEnd();
        Expected expected = new Expected(records, analyses);
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        for (Load.Accepted each : accepted) {
            if (!expected.submitted.contains(Expected.submission(each.id(), each.revision(), each.text()))) {
                lost.add("accepted, not on the raw topic: " + each.id() + "@" + each.revision());
            }
        }
        Found found = new Found().topics(feeds);
        try (Connection connection = rig.connect()) {
            found.store(connection);
        } catch (SQLException e) {
            lost.add("the store does not answer, SQL state " + e.getSQLState());
        }
        differences("reports.processed", expected.processed, found.processed, lost, doubled);
        differences("reports.rejected", expected.rejected, found.rejected, lost, doubled);
        differences("reports.sections", expected.sections, found.sections, lost, doubled);
        differences("reports.metrics", expected.metrics, found.metrics, lost, doubled);
        differences("report", expected.stored, found.stored, lost, doubled);
        differences("section", expected.storedSections, found.storedSections, lost, doubled);
        differences("metric", expected.storedMetrics, found.storedMetrics, lost, doubled);
        differences("rejection", expected.rejected, found.storedRejections, lost, doubled);
        expected.refused.stream()
                .filter(id -> !found.refused.contains(id))
                .forEach(id -> lost.add("rejection of the refused report " + id));
        if (found.counted != records.size()) {
            (found.counted < records.size() ? lost : doubled)
                    .add("reports.stats counts " + found.counted + " of " + records.size());
        }
        int facts = expected.processed.size()
                + 2 * expected.rejected.size()
                + expected.sections.size()
                + expected.metrics.size()
                + expected.stored.size()
                + expected.storedSections.size()
                + expected.storedMetrics.size();
        return new Result(
                accepted.size(), records.size(), facts, lost, doubled, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void differences(
            String where, Facts expected, Facts found, List<String> lost, List<String> doubled) {
        Function<String, String> at = fact -> where + ": " + fact;
        expected.minus(found).stream().map(at).forEach(lost::add);
        found.minus(expected).stream().map(at).forEach(doubled::add);
    }

    @Override
    public void close() {
        raw.close();
        feeds.values().forEach(TopicFeed::close);
    }
}
