package io.reportstream.processor;

import static org.apache.kafka.streams.kstream.Named.as;

import io.reportstream.contract.StatsRow;
import io.reportstream.contract.Topic;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What happens to a report: from {@code reports.raw} to exactly one of {@code reports.processed} and {@code reports.rejected}. */
public final class ReportTopology {
    /** Report id to the latest revision that was processed. */
    static final String STANDINGS = "standings";
    /** Open minutes of the statistics. */
    static final String TALLIES = "tallies";

    private ReportTopology() {}

    public static Topology build(Stages stages) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(standings()).addStateStore(tallies());

        KStream<byte[], Passage<Reading<Packed>>> reports = builder.stream(Topic.RAW.topicName(), raw())
                .processValues(Receiving::new, as("receive"))
                .mapValues(stages::decode, as("decode"))
                .processValues(RevisionGuard::new, as("guard-revision"), STANDINGS)
                .mapValues(stages::clean, as("clean"))
                .mapValues(stages::split, as("split"))
                .mapValues(stages::segment, as("segment"))
                .mapValues(stages::classify, as("classify"))
                .mapValues(stages::extract, as("extract-metrics"))
                .mapValues(stages::pack, as("pack"))
                .processValues(RevisionKeeper::new, as("keep-revision"), STANDINGS);

        reports.split(as("outcome-"))
                .branch(
                        (key, report) -> report.isAccepted(),
                        Branched.withConsumer(
                                accepted -> {
                                    accepted.process(stages::processed, as("processed"))
                                            .to(Topic.PROCESSED.topicName(), to("to-processed"));
                                    accepted.process(stages::sections, as("sections"))
                                            .to(Topic.SECTIONS.topicName(), to("to-sections"));
                                    accepted.process(stages::metrics, as("metrics"))
                                            .to(Topic.METRICS.topicName(), to("to-metrics"));
                                },
                                "accepted"))
                .defaultBranch(Branched.withConsumer(
                        rejected -> rejected.process(stages::rejected, as("rejected"))
                                .to(Topic.REJECTED.topicName(), to("to-rejected")),
                        "rejected"));

        reports.process(stages::counter, as("count"), TALLIES).to(Topic.STATS.topicName(), to("to-stats"));
        return builder.build();
    }

    /**
     * Bytes, so that what cannot be decoded still reaches a rejection whole. Rows carry the time of processing: with the
     * raw record's time a topic read again after a year would lose its rows to retention at once.
     */
    private static Consumed<byte[], byte[]> raw() {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withTimestampExtractor(new WallclockTimestampExtractor())
                .withName("raw");
    }

    private static Produced<String, byte[]> to(String name) {
        return Produced.with(Serdes.String(), Serdes.ByteArray()).withName(name);
    }

    /** On disk: it grows with the number of reports. Small segments, so that compaction keeps a restore short. */
    private static StoreBuilder<KeyValueStore<String, Standing>> standings() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STANDINGS), Serdes.String(), JsonSerde.of(Standing.class))
                .withLoggingEnabled(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        Integer.toString(16 * 1024 * 1024)));
    }

    /** In memory: some minutes of rows. */
    private static StoreBuilder<KeyValueStore<String, StatsRow>> tallies() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(TALLIES), Serdes.String(), JsonSerde.of(StatsRow.class))
                .withLoggingEnabled(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete",
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(24 * 60 * 60 * 1000),
                        TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(16 * 1024 * 1024)));
    }
}
