package io.reportstream.service.topics;

import io.reportstream.contract.Topic;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** The settings of a topic that can be declared; what else is set on a topic is left alone. */
@SuppressWarnings("ImmutableEnumChecker") // the validators hold nothing that changes
enum TopicSetting {
    CLEANUP_POLICY(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            ConfigDef.Type.STRING,
            ValidString.in("delete", "compact", "compact,delete"),
            Loss.OF_RECORDS_BY_ANOTHER_POLICY),
    RETENTION_MS(TopicConfig.RETENTION_MS_CONFIG, ConfigDef.Type.LONG, Range.atLeast(-1), Loss.WHERE_LESS),
    RETENTION_BYTES(TopicConfig.RETENTION_BYTES_CONFIG, ConfigDef.Type.LONG, Range.atLeast(-1), Loss.WHERE_LESS),
    DELETE_RETENTION_MS(TopicConfig.DELETE_RETENTION_MS_CONFIG, ConfigDef.Type.LONG, Range.atLeast(0), Loss.WHERE_LESS),
    MAX_MESSAGE_BYTES(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, ConfigDef.Type.INT, Range.atLeast(1), Loss.WHERE_LESS),
    MIN_IN_SYNC_REPLICAS(
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, ConfigDef.Type.INT, Range.atLeast(1), Loss.WHERE_LESS),
    SEGMENT_BYTES(TopicConfig.SEGMENT_BYTES_CONFIG, ConfigDef.Type.INT, Range.atLeast(1024 * 1024), Loss.NEVER),
    SEGMENT_MS(TopicConfig.SEGMENT_MS_CONFIG, ConfigDef.Type.LONG, Range.atLeast(1), Loss.NEVER),
    COMPRESSION_TYPE(
            TopicConfig.COMPRESSION_TYPE_CONFIG,
            ConfigDef.Type.STRING,
            ValidString.in("producer", "uncompressed", "zstd", "lz4", "snappy", "gzip"),
            Loss.NEVER);

    /** When a change takes away records, room for them, or copies that must be there. */
    private enum Loss {
        NEVER,
        WHERE_LESS,
        OF_RECORDS_BY_ANOTHER_POLICY
    }

    private final String key;
    private final ConfigDef.Type type;
    private final ConfigDef.Validator validator;
    private final Loss loss;

    TopicSetting(String key, ConfigDef.Type type, ConfigDef.Validator validator, Loss loss) {
        this.key = key;
        this.type = type;
        this.validator = validator;
        this.loss = loss;
    }

    /** As Kafka names it. */
    String key() {
        return key;
    }

    /** Adds the setting of {@code topic}; without a default where {@link Topic} leaves it to the brokers. */
    void define(ConfigDef keys, String prefix, Topic topic) {
        ConfigDef.Validator valid = validator;
        if (this == MAX_MESSAGE_BYTES) {
            // Less than the parts may send would stop them.
            valid = Range.atLeast(Integer.parseInt(topic.config().get(key)));
        }
        keys.define(
                prefix + key,
                type,
                topic.config().get(key),
                DeclaredTopics.optional(valid),
                Importance.LOW,
                key + " of " + topic.topicName() + ".");
    }

    boolean same(String real, String declared) {
        return this == CLEANUP_POLICY ? policies(real).equals(policies(declared)) : real.equals(declared);
    }

    /** @param real null where the brokers do not say */
    boolean loses(@Nullable String real, String declared) {
        return switch (loss) {
            case NEVER -> false;
            case WHERE_LESS -> real == null || limit(declared) < limit(real);
            case OF_RECORDS_BY_ANOTHER_POLICY -> real == null || !policies(real).containsAll(policies(declared));
        };
    }

    static TopicSetting of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** -1 is no limit. */
    private static long limit(String value) {
        long number = Long.parseLong(value);
        return number < 0 ? Long.MAX_VALUE : number;
    }

    private static Set<String> policies(String value) {
        return new HashSet<>(Arrays.asList(value.split(",")));
    }
}
