package io.reportstream.processor;

import io.reportstream.service.HttpSettings;
import io.reportstream.service.Settings;
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
import org.apache.kafka.common.config.ConfigDef.ValidString;

/**
 * The processor's settings.
 *
 * @param kafka passed through to Kafka Streams and its clients
 * @param groupProtocol {@code streams} or {@code classic}
 * @param maxReportChars in UTF-16 code units
 * @param startTimeout how long the broker may take to answer at the start
 * @param topics created at the start where they are missing
 */
public record ProcessorConfig(
        Map<String, Object> kafka,
        String applicationId,
        int threads,
        Duration commitInterval,
        Path stateDir,
        String groupProtocol,
        int maxReportChars,
        Duration startTimeout,
        HttpSettings http,
        List<NewTopic> topics) {
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
                                + "clients as well, such as kafka.security.protocol.")
                .define(
                        "processor.application.id",
                        ConfigDef.Type.STRING,
                        "reportstream-processor",
                        new NonEmptyString(),
                        Importance.MEDIUM,
                        "Name of the consumer group, and prefix of the internal topics and transactions. Processors "
                                + "that share the work share it.")
                .define(
                        "processor.threads",
                        ConfigDef.Type.INT,
                        2,
                        Range.between(1, 64),
                        Importance.MEDIUM,
                        "Stream threads. More than the partitions of reports.raw in all processors are idle.")
                .define(
                        "processor.commit.interval.ms",
                        ConfigDef.Type.LONG,
                        25L,
                        Range.between(1, 30_000),
                        Importance.MEDIUM,
                        "How often results become visible, in milliseconds. Bounds the latency from below.")
                .define(
                        "processor.state.dir",
                        ConfigDef.Type.STRING,
                        "data/processor",
                        new NonEmptyString(),
                        Importance.MEDIUM,
                        "Directory of the local state, one for each processor on a machine. May be lost: it is then "
                                + "read again from Kafka.")
                .define(
                        "processor.group.protocol",
                        ConfigDef.Type.STRING,
                        "streams",
                        ValidString.in("streams", "classic"),
                        Importance.LOW,
                        "How processors share the partitions: streams (brokers of Kafka 4.2 or later), or classic.")
                .define(
                        "processor.max.report.chars",
                        ConfigDef.Type.INT,
                        2_000_000,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Longest report, in UTF-16 code units. Longer ones are rejected as TOO_LONG.")
                .define(
                        "processor.start.timeout.ms",
                        ConfigDef.Type.LONG,
                        60_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "How long the broker may take to answer at the start, in milliseconds. Then the processor gives "
                                + "up.");
        return HttpSettings.define(keys, "processor", 8081);
    }

    /**
     * Types and checks what was set.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting is missing, wrong or unknown
     */
    public static ProcessorConfig from(Settings settings) {
        AbstractConfig values = settings.parse(KEYS, "processor.");
        return new ProcessorConfig(
                settings.passThrough("kafka."),
                values.getString("processor.application.id"),
                values.getInt("processor.threads"),
                Duration.ofMillis(values.getLong("processor.commit.interval.ms")),
                Path.of(values.getString("processor.state.dir")),
                values.getString("processor.group.protocol"),
                values.getInt("processor.max.report.chars"),
                Duration.ofMillis(values.getLong("processor.start.timeout.ms")),
                HttpSettings.from(values, "processor"),
                DeclaredTopics.from(settings));
    }

    /** Without Kafka's settings: they hold secrets. */
    @Override
    public String toString() {
        return "ProcessorConfig[" + applicationId + ", " + threads + " threads, " + stateDir + ", " + groupProtocol
                + "]";
    }
}
