package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Json;
import io.reportstream.contract.Label;
import io.reportstream.contract.MetricRow;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Topic;
import io.reportstream.service.Topics;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples for consumers in other languages print each metric once, although one was published twice. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String EXPECTED = "临沂市\t2023\t高新技术企业\t1918.5\t家\tACTUAL\treport-1";

    @TempDir
    static Path directory;

    private EmbeddedKafka kafka;

    @BeforeAll
    void publishTwice() throws Exception {
        kafka = new EmbeddedKafka(directory.resolve("kafka"), 0);
        kafka.start();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "t");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            Topics.ensure(admin, (short) 1, Duration.ofSeconds(30));
            producer.initTransactions();
            for (int i = 0; i < 2; i++) {
                producer.beginTransaction();
                producer.send(metric()).get();
                producer.commitTransaction();
            }
        }
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    @Test
    void java() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Run run = run(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                EXAMPLES.resolve("java/Metrics.java").toString(),
                "--once",
                kafka.bootstrapServers());

        // What is logged is on the same stream.
        assertThat(run.output().lines().filter(EXPECTED::equals)).hasSize(1);
        assertThat(run.code()).isZero();
    }

    @Test
    void python() throws Exception {
        String python = interpreter();
        String example = EXAMPLES.resolve("python/metrics.py").toString();
        Run compiled =
                run(python, "-c", "import ast, sys; ast.parse(open(sys.argv[1], encoding='utf-8').read())", example);
        assertThat(compiled.code()).as(compiled.output()).isZero();
        if (run(python, "-c", "import confluent_kafka").code() != 0) {
            skip("examples/python/metrics.py was only parsed: confluent-kafka is not installed");
        }
        Run run = run(python, example, "--once", kafka.bootstrapServers());

        assertThat(run.output().lines()).containsExactly(EXPECTED);
        assertThat(run.code()).isZero();
    }

    /** One that has the library, if there is one; a system's own may, where that of a version manager has not. */
    private static String interpreter() throws InterruptedException {
        String any = null;
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            try {
                if (run(candidate, "-c", "import confluent_kafka").code() == 0) {
                    return candidate;
                }
                any = any == null && run(candidate, "--version").code() == 0 ? candidate : any;
            } catch (IOException e) {
                // Not installed.
            }
        }
        return any == null ? skip("examples/python/metrics.py: there is no python3") : any;
    }

    private static String skip(String reason) {
        System.err.println("SKIPPED " + reason);
        return abort(reason);
    }

    private static ProducerRecord<String, byte[]> metric() {
        byte[] value = Json.bytes(new MetricRow(
                MetricRow.SCHEMA_VERSION,
                "report-1",
                1,
                "city",
                0,
                "工作总结",
                "临沂市",
                2023,
                Genre.SUMMARY,
                0,
                Label.ACHIEVEMENT,
                0,
                0,
                7,
                "1918.5家",
                new BigDecimal("1918.5"),
                null,
                "家",
                "高新技术企业",
                "高新技术企业",
                MetricType.AMOUNT,
                MetricStatus.ACTUAL,
                Qualifier.EXACT,
                null,
                null,
                null,
                1));
        CloudEvent event = CloudEvent.row(Topic.METRICS, "report-1", value, Instant.now());
        return new ProducerRecord<>(Topic.METRICS.topicName(), null, event.subject(), value, event.headers());
    }

    private record Run(int code, String output) {}

    private static Run run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
