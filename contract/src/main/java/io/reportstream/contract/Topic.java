package io.reportstream.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the stream, each declared once. Keys are report ids in UTF-8 (of {@link #STATS}: {@link
 * StatsRow#key()}), values JSON in UTF-8. */
public enum Topic {
    /** What was accepted ({@link RawReport}); kept long enough to reprocess everything. */
    RAW(
            "reports.raw",
            TopicConfig.CLEANUP_POLICY_DELETE,
            Duration.ofMillis(-1),
            Topic.MAX_RAW_BYTES + Topic.ENVELOPE_BYTES),
    /** The latest revision of each report ({@link ProcessedReport}). */
    PROCESSED("reports.processed", TopicConfig.CLEANUP_POLICY_COMPACT, Duration.ofMillis(-1)),
    /** One section of one report ({@link SectionRow}). */
    SECTIONS("reports.sections", TopicConfig.CLEANUP_POLICY_DELETE, Duration.ofDays(30)),
    /** One metric of one report ({@link MetricRow}). */
    METRICS("reports.metrics", TopicConfig.CLEANUP_POLICY_DELETE, Duration.ofDays(30)),
    /** What could not be processed or stored ({@link RejectedReport}). */
    REJECTED("reports.rejected", TopicConfig.CLEANUP_POLICY_DELETE, Duration.ofMillis(-1)),
    /** Counts per minute ({@link StatsRow}). */
    STATS("reports.stats", TopicConfig.CLEANUP_POLICY_DELETE, Duration.ofDays(30));

    /**
     * Largest record of any topic, in bytes before compression. Topic, broker, producers and consumers are all sized by
     * it.
     */
    public static final int MAX_RECORD_BYTES = 48 * 1024 * 1024;

    /** Room for key, headers and batch around a value. */
    public static final int ENVELOPE_BYTES = 1024 * 1024;

    /** Largest value of {@link #RAW} in bytes, enforced at the door: its analysis then fits {@link #MAX_RECORD_BYTES}. */
    public static final int MAX_RAW_BYTES = 8 * 1024 * 1024;

    public static final int PARTITIONS = 4;

    private final String topicName;
    private final String cleanupPolicy;
    private final Duration retention;
    private final int maxMessageBytes;

    Topic(String topicName, String cleanupPolicy, Duration retention) {
        this(topicName, cleanupPolicy, retention, Topic.MAX_RECORD_BYTES);
    }

    Topic(String topicName, String cleanupPolicy, Duration retention, int maxMessageBytes) {
        this.topicName = topicName;
        this.cleanupPolicy = cleanupPolicy;
        this.retention = retention;
        this.maxMessageBytes = maxMessageBytes;
    }

    public String topicName() {
        return topicName;
    }

    /** Topic settings as Kafka's {@link TopicConfig} names them. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy);
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        return config;
    }
}
