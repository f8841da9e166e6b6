package io.reportstream.service.topics;

import io.reportstream.contract.Topic;
import io.reportstream.service.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;

/** What the topics should be: as {@link Topic} declares them, where {@code topics.*} settings say nothing else. */
public final class DeclaredTopics {
    public static final ConfigDef KEYS = keys();

    private static final int REPLICATION_OF_A_CLUSTER = 3;

    private DeclaredTopics() {}

    /**
     * All topics.
     *
     * @throws ConfigException if a {@code topics.*} setting is wrong or unknown
     */
    public static List<NewTopic> from(Settings settings) {
        AbstractConfig values = settings.parse(KEYS, "topics.");
        return Arrays.stream(Topic.values())
                .map(topic -> declared(topic, values))
                .toList();
    }

    private static NewTopic declared(Topic topic, AbstractConfig values) {
        String own = prefix(topic);
        int partitions =
                Objects.requireNonNullElse(values.getInt(own + "partitions"), values.getInt("topics.partitions"));
        short replication =
                Objects.requireNonNullElse(values.getShort(own + "replication"), values.getShort("topics.replication"));
        Map<String, String> config = new TreeMap<>();
        for (TopicSetting setting : TopicSetting.values()) {
            Object value = values.values().get(own + setting.key());
            if (value != null) {
                config.put(setting.key(), value.toString());
            }
        }
        if (replication >= REPLICATION_OF_A_CLUSTER) {
            // All acknowledgements but one: a broker may be down, and what was acknowledged is still on two.
            config.putIfAbsent(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replication - 1));
        }
        String inSync = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        if (inSync != null && replication > 0 && Integer.parseInt(inSync) > replication) {
            throw new ConfigException(
                    own + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync, "more than " + replication + " replicas");
        }
        return new NewTopic(topic.topicName(), partitions, replication).configs(config);
    }

    private static ConfigDef keys() {
        ConfigDef keys = new ConfigDef()
                .define(
                        "topics.partitions",
                        ConfigDef.Type.INT,
                        Topic.PARTITIONS,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Partitions of every topic. To raise them later moves keys; see topics apply --help.")
                .define(
                        "topics.replication",
                        ConfigDef.Type.SHORT,
                        (short) -1,
                        replication(),
                        Importance.HIGH,
                        "Replicas of every partition: 3 in a cluster. -1 for the brokers' default.replication.factor.");
        for (Topic topic : Topic.values()) {
            String own = prefix(topic);
            keys.define(
                    own + "partitions",
                    ConfigDef.Type.INT,
                    null,
                    optional(Range.atLeast(1)),
                    Importance.LOW,
                    "Of this topic.");
            keys.define(
                    own + "replication",
                    ConfigDef.Type.SHORT,
                    null,
                    optional(replication()),
                    Importance.LOW,
                    "Of this topic.");
            for (TopicSetting setting : TopicSetting.values()) {
                setting.define(keys, own, topic);
            }
        }
        return keys;
    }

    /** {@code reports.raw} is set with {@code topics.raw.}. */
    private static String prefix(Topic topic) {
        return "topics." + topic.topicName().substring(topic.topicName().indexOf('.') + 1) + ".";
    }

    private static ConfigDef.Validator replication() {
        return (name, value) -> {
            if ((short) value < 1 && (short) value != -1) {
                throw new ConfigException(name, value, "at least 1, or -1 for the brokers' default");
            }
        };
    }

    static ConfigDef.Validator optional(ConfigDef.Validator validator) {
        return (name, value) -> {
            if (value != null) {
                validator.ensureValid(name, value);
            }
        };
    }
}
