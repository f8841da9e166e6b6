package io.reportstream.service.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Topic;
import io.reportstream.service.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTopicsTest {
    private static final Path REFERENCE = Path.of("..", "config", "reference.properties");

    @Test
    void withoutSettingsTheyAreAsTheContractSays() {
        assertThat(DeclaredTopics.from(Settings.of(Map.of())))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(topic ->
                                new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) -1).configs(topic.config()))
                        .toList());
    }

    @Test
    void theReferenceFileNamesEveryDefault() throws IOException {
        Properties reference = new Properties();
        try (Reader reader = Files.newBufferedReader(REFERENCE)) {
            reference.load(reader);
        }
        for (ConfigKey key : DeclaredTopics.KEYS.configKeys().values()) {
            if (key.defaultValue != null) {
                assertThat(reference.getProperty(key.name)).as(key.name).isEqualTo(key.defaultValue.toString());
            }
        }
        assertThat(DeclaredTopics.from(Settings.load(REFERENCE, Map.of(), Map.of())))
                .isEqualTo(DeclaredTopics.from(Settings.of(Map.of())));
    }

    @Test
    void aClusterKeepsEachRecordOnAllReplicasButOne() {
        assertThat(DeclaredTopics.from(Settings.of(Map.of("topics.replication", "3"))))
                .allSatisfy(topic -> {
                    assertThat(topic.replicationFactor()).isEqualTo((short) 3);
                    assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
                });
        assertThat(raw(Map.of("topics.replication", "3", "topics.raw.min.insync.replicas", "1"))
                        .configs())
                .containsEntry("min.insync.replicas", "1");
        assertThat(raw(Map.of("topics.replication", "2")).configs()).doesNotContainKey("min.insync.replicas");
    }

    @Test
    void aTopicsOwnSettingComesFirstAlsoFromTheEnvironment() {
        Settings settings = Settings.load(
                null,
                Map.of("REPORTSTREAM_TOPICS_RAW_RETENTION_MS", "1000", "REPORTSTREAM_TOPICS_PARTITIONS", "8"),
                Map.of("topics.stats.partitions", "1"));

        assertThat(DeclaredTopics.from(settings)).allSatisfy(topic -> {
            assertThat(topic.numPartitions()).isEqualTo(topic.name().equals("reports.stats") ? 1 : 8);
            if (topic.name().equals("reports.raw")) {
                assertThat(topic.configs()).containsEntry("retention.ms", "1000");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics.raw.retention.ms=-2",
                "topics.raw.retention.ms=a month",
                "topics.raw.cleanup.policy=none",
                "topics.raw.max.message.bytes=1000",
                "topics.replication=0",
                "topics.partitions=0",
                "topics.raw.partitions=0",
                "topics.stats.min.insync.replicas=4",
                "topics.raw.retention=1",
                "topics.row.retention.ms=1"
            })
    void refusesWhatCannotBe(String setting) {
        int sign = setting.indexOf('=');
        String key = setting.substring(0, sign);

        assertThatThrownBy(() -> raw(Map.of("topics.stats.replication", "3", key, setting.substring(sign + 1))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RETENTION_MS | -1 | 1000 | true",
                "RETENTION_MS | 1000 | -1 | false",
                "RETENTION_MS | 1000 | 999 | true",
                "RETENTION_BYTES | 1000 | 1001 | false",
                "CLEANUP_POLICY | delete | compact | true",
                "CLEANUP_POLICY | compact | compact,delete | true",
                "CLEANUP_POLICY | delete,compact | compact | false",
                "MIN_IN_SYNC_REPLICAS | 2 | 1 | true",
                "MIN_IN_SYNC_REPLICAS | 1 | 2 | false",
                "SEGMENT_BYTES | 2000000 | 1000000 | false",
                "COMPRESSION_TYPE | lz4 | zstd | false"
            })
    void knowsWhatLoses(TopicSetting setting, String real, String declared, boolean loses) {
        assertThat(setting.loses(real, declared)).isEqualTo(loses);
    }

    private static NewTopic raw(Map<String, String> settings) {
        return DeclaredTopics.from(Settings.of(settings)).stream()
                .filter(topic -> topic.name().equals("reports.raw"))
                .findFirst()
                .orElseThrow();
    }
}
