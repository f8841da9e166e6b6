package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import io.reportstream.service.Settings;
import io.reportstream.standalone.local.DataDirectory;
import io.reportstream.standalone.local.LocalStream;
import io.reportstream.standalone.local.Ports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of a rejection, from the command line, on the whole stream. */
@Timeout(300)
class RejectedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static LocalStream stream;
    private static KafkaProducer<String, byte[]> producer;
    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() {
        stream = new LocalStream(DataDirectory.open(directory.resolve("data")), Ports.free(), Settings.of(Map.of()));
        stream.start();
        await().atMost(PATIENCE).until(() -> stream.check().up());
        producer = new KafkaProducer<>(
                stream.settings().passThrough("kafka."), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        stream.close();
    }

    @Test
    void whatFailsEveryTimeIsReplayedSoOftenAndNoMore() throws Exception {
        send(Topic.RAW, "empty", Json.bytes(raw("empty", "\u3000\n")));
        awaitText("NO_TEXT OPEN 0", "empty");
        assertThat(run("replay", "--report", "empty", "--dry-run")).isZero();
        assertThat(out.toString()).contains("would be replayed", "it would be rejected again: NO_TEXT");

        for (int i = 1; i <= 3; i++) {
            assertThat(run("replay", "--report", "empty", "--state", "OPEN")).isEqualTo(1);
            awaitText("NO_TEXT OPEN " + i, "empty");
        }
        assertThat(run("replay", "--report", "empty", "--state", "OPEN")).isEqualTo(1);
        assertThat(out.toString()).contains("it was replayed 3 times, the most allowed");
        assertThat(text("select count(*) from rejection where report_id = 'empty'"))
                .isEqualTo("4");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                text(
                                        "select accepted, stored, rejected, in_flight, replayed from ledger where source = 'empty'"))
                        .isEqualTo("4 0 4 0 3"));
    }

    @Test
    void whatWasMadeGoodIsStoredUnderItsIdAndRevision() throws Exception {
        byte[] payload = Json.bytes(raw("good", "今年新增高新技术企业1918家。"));
        Reason reason = Reason.ANALYSIS_FAILED;
        RejectedReport rejection = new RejectedReport(
                RejectedReport.SCHEMA_VERSION,
                "good",
                7L,
                "good",
                reason,
                reason.stage(),
                reason.chinese(),
                reason.english(),
                "as a former version did",
                null,
                Base64.getEncoder().encodeToString(payload),
                new RejectedReport.Origin(Topic.RAW.topicName(), 0, 1_000_000),
                "0000000000000000",
                0,
                Instant.now());
        send(Topic.REJECTED, "good", Json.bytes(rejection));
        awaitText("ANALYSIS_FAILED OPEN 0", "good");
        assertThat(run("replay", "--fingerprint", "0000000000000000", "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("it would be processed: 1 documents");

        assertThat(run("replay", "--fingerprint", "0000000000000000"))
                .as(out.toString())
                .isZero();

        assertThat(text("select revision from report where id = 'good'")).isEqualTo("7");
        assertThat(text("select reason, state, replays from rejection_state where report_id = 'good'"))
                .isEqualTo("ANALYSIS_FAILED RESOLVED 0");
        assertThat(text("select state from report_status where report_id = 'good'"))
                .isEqualTo("STORED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                text("select state, replays, stored_revision from journey where report_id = 'good'"))
                        .isEqualTo("STORED 1 7"));
    }

    private static RawReport raw(String id, String text) {
        return new RawReport(RawReport.SCHEMA_VERSION, id, 7, id, null, text, null, null, Map.of(), Instant.now());
    }

    private static void send(Topic topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rejected"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--config", directory.resolve("data/connection.properties").toString()));
        return Main.commandLine().setOut(new PrintWriter(out, true)).execute(all.toArray(String[]::new));
    }

    /** Waits for how the latest rejection of a report stands. */
    private static void awaitText(String expected, String reportId) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(text("select reason, state, replays from rejection_state where report_id = '"
                                        + reportId + "' order by id desc limit 1"))
                                .isEqualTo(expected));
    }

    /** The only row, its values separated by spaces. */
    private static String text(String sql) throws SQLException {
        Map<String, Object> settings = stream.settings().passThrough("store.");
        try (Connection connection = DriverManager.getConnection(
                        (String) settings.get("jdbc.url"), (String) settings.get("user"), (String)
                                settings.get("password"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(result.getString(i));
                }
                rows.add(String.join(" ", values));
            }
            return String.join("\n", rows);
        }
    }
}
