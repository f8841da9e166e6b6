package io.reportstream.sink;

import io.reportstream.service.HttpSettings;
import io.reportstream.service.Settings;
import io.reportstream.service.access.KeySettings;
import io.reportstream.service.topics.DeclaredTopics;
import io.reportstream.sink.consume.ConsumerSettings;
import io.reportstream.sink.store.StoreConfig;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.jspecify.annotations.Nullable;

/**
 * The sink's settings.
 *
 * @param keysFile keys of those who may see and replay rejections; null where anybody who can connect may
 * @param migrate whether the sink brings the schema up to date itself
 * @param maxReplays how often one revision of a report may be sent back from the rejections
 * @param topics created at the start where they are missing
 */
public record SinkConfig(
        ConsumerSettings consumers,
        StoreConfig store,
        HttpSettings http,
        @Nullable Path keysFile,
        boolean migrate,
        int maxReplays,
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
                                + "clients as well, such as kafka.security.protocol.");
        StoreConfig.define(keys);
        HttpSettings.define(keys, "sink", 8082);
        KeySettings.define(keys, "sink");
        return keys.define(
                        "sink.consumers",
                        ConfigDef.Type.INT,
                        2,
                        Range.between(1, 64),
                        Importance.MEDIUM,
                        "Consumers, each with a thread and a database connection of its own.")
                .define(
                        "sink.group",
                        ConfigDef.Type.STRING,
                        "reportstream-sink",
                        new NonEmptyString(),
                        Importance.LOW,
                        "Consumer group. Sinks that write to one database share it.")
                .define(
                        "sink.instance",
                        ConfigDef.Type.STRING,
                        "",
                        Importance.LOW,
                        "Name of this process within the group, different for each: it then takes its partitions over at "
                                + "once after a crash. Empty for none.")
                .define(
                        "sink.batch.reports",
                        ConfigDef.Type.INT,
                        50,
                        Range.between(1, 10_000),
                        Importance.LOW,
                        "Most records that one transaction writes.")
                .define(
                        "sink.batch.bytes",
                        ConfigDef.Type.INT,
                        16 * 1024 * 1024,
                        Range.between(1, 256 * 1024 * 1024),
                        Importance.LOW,
                        "Most bytes of records that one transaction writes. A single larger record still gets one.")
                .define(
                        "sink.migrate",
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether the sink brings the schema up to date at its start. False for a user that may only write: "
                                + "the schema must then be up to date.")
                .define(
                        "sink.max.replays",
                        ConfigDef.Type.INT,
                        3,
                        Range.between(0, 1000),
                        Importance.LOW,
                        "How often one revision of a report may be sent back from the rejections, unless forced.");
    }

    /**
     * Types and checks what was set.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting is missing, wrong or unknown
     */
    public static SinkConfig from(Settings settings) {
        AbstractConfig values = settings.parse(KEYS, "sink.");
        HttpSettings http = HttpSettings.from(values, "sink");
        return new SinkConfig(
                new ConsumerSettings(
                        settings.passThrough("kafka."),
                        values.getInt("sink.consumers"),
                        values.getString("sink.group"),
                        values.getString("sink.instance"),
                        values.getInt("sink.batch.reports"),
                        values.getInt("sink.batch.bytes")),
                StoreConfig.from(values),
                http,
                KeySettings.from(values, "sink", http),
                values.getBoolean("sink.migrate"),
                values.getInt("sink.max.replays"),
                DeclaredTopics.from(settings));
    }
}
