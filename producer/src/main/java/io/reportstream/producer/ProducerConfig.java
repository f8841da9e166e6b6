package io.reportstream.producer;

import io.reportstream.contract.Topic;
import io.reportstream.producer.intake.IntakeLimits;
import io.reportstream.producer.status.StoreSettings;
import io.reportstream.service.HttpSettings;
import io.reportstream.service.Settings;
import io.reportstream.service.access.KeySettings;
import io.reportstream.service.topics.DeclaredTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * The producer's settings.
 *
 * @param kafka passed through to Kafka's clients
 * @param store null where none is set
 * @param keysFile keys of upstream systems; null where anybody who can connect may submit
 * @param maxBlock how long a report may wait for room before it is refused
 * @param deliveryTimeout how long a report may wait for its acknowledgement before it is refused
 * @param startTimeout how long the broker may take to answer at the start
 * @param canaryInterval how often a canary is sent; zero for never
 * @param maxLag most accepted reports that may wait to be processed; zero for no limit
 * @param lagGroup consumer group of the processors
 * @param topics created at the start where they are missing
 */
public record ProducerConfig(
        Map<String, Object> kafka,
        @Nullable StoreSettings store,
        HttpSettings http,
        @Nullable Path keysFile,
        IntakeLimits limits,
        Duration maxBlock,
        Duration deliveryTimeout,
        Duration startTimeout,
        Duration canaryInterval,
        long maxLag,
        String lagGroup,
        List<NewTopic> topics) {
    private static final String CANARY_INTERVAL = "producer.canary.interval.ms";

    public static final ConfigDef KEYS = keys();

    private static ConfigDef keys() {
        ConfigDef keys = new ConfigDef()
                .define(
                        "kafka.bootstrap.servers",
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Broker list, host:port separated by commas. Every other kafka.* setting is passed to Kafka's "
                                + "clients as well, such as kafka.security.protocol.");
        StoreSettings.define(keys);
        HttpSettings.define(keys, "producer", 8080);
        KeySettings.define(keys, "producer");
        return keys.define(
                        "producer.max.report.bytes",
                        ConfigDef.Type.INT,
                        Topic.MAX_RAW_BYTES,
                        Range.between(1, Topic.MAX_RAW_BYTES),
                        Importance.MEDIUM,
                        "Longest body of one report, or line of a batch, in bytes. A longer one gets 413.")
                .define(
                        "producer.max.batch.bytes",
                        ConfigDef.Type.LONG,
                        256L * 1024 * 1024,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Longest batch (application/x-ndjson), in bytes. What is longer is not read further.")
                .define(
                        "producer.max.batch.lines",
                        ConfigDef.Type.INT,
                        10_000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Most reports in a batch.")
                .define(
                        "producer.max.inflight.bytes",
                        ConfigDef.Type.LONG,
                        64L * 1024 * 1024,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Bodies that are being read or wait for their acknowledgement, all together, in bytes. What is more "
                                + "gets 503. The heap must hold about eight times as much.")
                .define(
                        "producer.max.lag",
                        ConfigDef.Type.LONG,
                        100_000L,
                        Range.atLeast(0),
                        Importance.MEDIUM,
                        "Most accepted reports that may wait to be processed. While there are more, further ones get 429. 0 for "
                                + "no limit.")
                .define(
                        "producer.lag.group",
                        ConfigDef.Type.STRING,
                        "reportstream-processor",
                        new NonEmptyString(),
                        Importance.LOW,
                        "The processors' processor.application.id.")
                .define(
                        "producer.max.block.ms",
                        ConfigDef.Type.LONG,
                        2_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "How long a report may wait for room in the send buffer before it gets 503, in milliseconds.")
                .define(
                        "producer.delivery.timeout.ms",
                        ConfigDef.Type.INT,
                        10_000,
                        Range.atLeast(1_000),
                        Importance.LOW,
                        "How long a report may wait for the broker's acknowledgement before it gets 503, in milliseconds.")
                .define(
                        "producer.start.timeout.ms",
                        ConfigDef.Type.LONG,
                        60_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "How long the broker may take to answer at the start, in milliseconds. Then the producer gives up.")
                .define(
                        CANARY_INTERVAL,
                        ConfigDef.Type.LONG,
                        0L,
                        Range.atLeast(0),
                        Importance.LOW,
                        "How often a small report of the source reportstream-canary is sent through the whole stream to measure "
                                + "how long it takes, in milliseconds; needs a store. 0 for never.");
    }

    /** Without the settings that are passed through: there may be secrets among them. */
    @Override
    public String toString() {
        return "ProducerConfig[http=" + http + ", store=" + store + ", limits=" + limits + "]";
    }

    /**
     * Types and checks what was set.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting is missing, wrong or unknown
     */
    public static ProducerConfig from(Settings settings) {
        AbstractConfig values = settings.parse(KEYS, "producer.");
        HttpSettings http = HttpSettings.from(values, "producer");
        StoreSettings store = StoreSettings.from(values);
        Duration canaryInterval = Duration.ofMillis(values.getLong(CANARY_INTERVAL));
        if (store == null && !canaryInterval.isZero()) {
            throw new ConfigException(
                    CANARY_INTERVAL + " needs a store (store.jdbc.url) that tells when a canary is there");
        }
        return new ProducerConfig(
                settings.passThrough("kafka."),
                store,
                http,
                KeySettings.from(values, "producer", http),
                new IntakeLimits(
                        values.getInt("producer.max.report.bytes"),
                        values.getLong("producer.max.batch.bytes"),
                        values.getInt("producer.max.batch.lines"),
                        values.getLong("producer.max.inflight.bytes")),
                Duration.ofMillis(values.getLong("producer.max.block.ms")),
                Duration.ofMillis(values.getInt("producer.delivery.timeout.ms")),
                Duration.ofMillis(values.getLong("producer.start.timeout.ms")),
                canaryInterval,
                values.getLong("producer.max.lag"),
                values.getString("producer.lag.group"),
                DeclaredTopics.from(settings));
    }
}
