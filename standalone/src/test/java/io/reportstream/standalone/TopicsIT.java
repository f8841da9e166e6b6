package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reportstream.contract.Topic;
import io.reportstream.service.topics.TopicsCommand;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The topics command on a real broker. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicsIT {
    private static final List<String> NAMES =
            Arrays.stream(Topic.values()).map(Topic::topicName).toList();
    private static final ConfigResource STATS = new ConfigResource(ConfigResource.Type.TOPIC, "reports.stats");

    private EmbeddedKafka kafka;
    private Admin admin;

    @BeforeAll
    void start(@TempDir Path directory) {
        kafka = new EmbeddedKafka(directory, 0);
        kafka.start();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    void stop() {
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void withoutTopics() throws Exception {
        Set<String> left = admin.listTopics().names().get();
        admin.deleteTopics(left).all().get();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.listTopics().names().get().isEmpty());
    }

    @Test
    void diffNamesWhatIsMissingAndApplyCreatesItOnce() throws Exception {
        Run diff = run("diff");
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.output().lines()).hasSize(6).allMatch(line -> line.contains(" is missing; declared "));
        assertThat(admin.listTopics().names().get()).isEmpty();

        assertThat(run("apply").code()).isZero();
        assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(setting("reports.processed", "cleanup.policy")).isEqualTo("compact");
        assertThat(setting("reports.raw", "retention.ms")).isEqualTo("-1");
        assertThat(setting("reports.raw", "max.message.bytes"))
                .isEqualTo(Integer.toString(Topic.MAX_RAW_BYTES + Topic.ENVELOPE_BYTES));

        assertThat(run("diff")).isEqualTo(new Run(0, "all 6 topics are as declared"));
        assertThat(run("apply")).isEqualTo(new Run(0, "all 6 topics are as declared"));
    }

    @Test
    void whatIsSetOverridesWhatIsDeclared() throws Exception {
        assertThat(run("apply", "--set=topics.partitions=2", "--set=topics.raw.partitions=3")
                        .code())
                .isZero();

        assertThat(partitions("reports.raw")).isEqualTo(3);
        assertThat(partitions("reports.stats")).isEqualTo(2);
    }

    @Test
    void longerRetentionIsSetAndOtherSettingsStay() throws Exception {
        run("apply");
        admin.incrementalAlterConfigs(Map.of(
                        STATS,
                        List.of(new AlterConfigOp(new ConfigEntry("segment.ms", "123456"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
        String declared = "--set=topics.stats.retention.ms=5184000000";

        assertThat(run("diff", declared))
                .isEqualTo(new Run(1, "reports.stats retention.ms is 2592000000; declared 5184000000"));
        assertThat(run("apply", declared).code()).isZero();
        assertThat(setting("reports.stats", "retention.ms")).isEqualTo("5184000000");
        assertThat(setting("reports.stats", "segment.ms")).isEqualTo("123456");
    }

    @Test
    void shorterRetentionNeedsAFlag() throws Exception {
        run("apply");
        String shorter = "--set=topics.raw.retention.ms=1000";

        Run refused = run("apply", shorter);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output())
                .startsWith("left: reports.raw retention.ms is -1; declared 1000")
                .contains("--allow-destructive");
        assertThat(setting("reports.raw", "retention.ms")).isEqualTo("-1");

        assertThat(run("apply", shorter, "--allow-destructive").code()).isZero();
        assertThat(setting("reports.raw", "retention.ms")).isEqualTo("1000");
    }

    @Test
    void anotherCleanupPolicyNeedsAFlag() throws Exception {
        run("apply");

        assertThat(run("apply", "--set=topics.raw.cleanup.policy=compact").code())
                .isEqualTo(1);
        assertThat(setting("reports.raw", "cleanup.policy")).isEqualTo("delete");
    }

    @Test
    void morePartitionsNeedAFlagOfTheirOwn() throws Exception {
        run("apply");
        String more = "--set=topics.metrics.partitions=6";

        Run refused = run("apply", more, "--allow-destructive");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("has 4 partitions; declared 6", "--allow-more-partitions");
        assertThat(partitions("reports.metrics")).isEqualTo(4);

        assertThat(run("apply", more, "--allow-more-partitions").code()).isZero();
        assertThat(partitions("reports.metrics")).isEqualTo(6);
    }

    @Test
    void fewerPartitionsAndOtherReplicationAreLeftToAPerson() throws Exception {
        run("apply", "--set=topics.replication=1");
        String[] less = {
            "apply",
            "--set=topics.metrics.partitions=1",
            "--set=topics.stats.replication=3",
            "--set=topics.stats.min.insync.replicas=1",
            "--allow-destructive",
            "--allow-more-partitions"
        };

        Run left = run(less);
        assertThat(left.code()).isEqualTo(1);
        assertThat(left.output().lines())
                .containsExactly(
                        "left: reports.metrics has 4 partitions; declared 1 (Kafka takes no partitions away: declare 4)",
                        "left: reports.stats has 1 replicas; declared 3 (copies are moved with kafka-reassign-partitions.sh)");
        assertThat(partitions("reports.metrics")).isEqualTo(4);
    }

    @Test
    void moreReplicasThanBrokersAreRefusedAndNothingIsCreated() throws Exception {
        Run refused = run("apply", "--set=topics.replication=3", "--timeout=1");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("replication factor");
        assertThat(admin.listTopics().names().get()).isEmpty();
    }

    private record Run(int code, String output) {}

    private Run run(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter out = new PrintWriter(output, true);
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--set=kafka.bootstrap.servers=" + kafka.bootstrapServers()))
                .toArray(String[]::new);
        int code = new CommandLine(new TopicsCommand())
                .setOut(out)
                .setErr(out)
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    out.println(error.getMessage());
                    return 1;
                })
                .execute(all);
        return new Run(code, output.toString().strip());
    }

    private int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private String setting(String topic, String key) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(key)
                .value();
    }
}
