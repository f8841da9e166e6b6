package io.reportstream.sink.rejected;

import static io.reportstream.sink.TestReports.RECEIVED;
import static io.reportstream.sink.TestReports.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Json;
import io.reportstream.contract.Reason;
import io.reportstream.sink.store.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RejectedCommandTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @BeforeEach
    void storeSome() {
        database.write(batch -> {
            batch.add(rejection("a", 1L, Reason.NO_TEXT, 1, RECEIVED));
            batch.add(rejection("b\u001b[31m", 1L, Reason.NO_TEXT, 2, RECEIVED.plusSeconds(1)));
            batch.add(rejection("c", null, Reason.NOT_JSON, 3, RECEIVED));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void listsByCause() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()
                        .lines()
                        .skip(1)
                        .map(line -> line.split("\\s+", -1)[3] + " " + line.split("\\s+", -1)[1]))
                .containsExactly("NO_TEXT 2", "NOT_JSON 1");
    }

    @Test
    void listsOneByOneAndNarrowed() {
        assertThat(run("list", "--each", "--reason", "NO_TEXT")).isZero();
        assertThat(out.toString()).contains("b [31m").doesNotContain("\u001b", "NOT_JSON");
        assertThat(out.toString().lines()).hasSize(3);
    }

    @Test
    void listsAsJsonLines() throws Exception {
        assertThat(run("list", "--each", "--json", "--limit", "1")).isZero();
        assertThat(Json.MAPPER.readTree(out.toString()).get("reportId").asText())
                .startsWith("b");
    }

    @Test
    void showsOneWithItsPayload() {
        database.execute("update rejection set payload = convert_to('{\"text\": \"正文\"}', 'UTF8') where id = 1");
        assertThat(run("show", "1")).isZero();
        assertThat(out.toString()).contains("\"reason\" : \"NO_TEXT\"", "{\"text\": \"正文\"}");
    }

    @Test
    void saysThatThereIsNoSuchRejection() {
        assertThat(run("show", "99")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no rejection 99");
    }

    @Test
    void exportsATestCase() throws Exception {
        assertThat(run("export", "1", "--out", directory.toString())).isZero();

        Path payload = directory.resolve("NO_TEXT-fingerprint_of_NO_TEXT-1.payload");
        assertThat(Files.readAllBytes(payload)).isEqualTo(new byte[] {0, 1, 2, -1});
        assertThat(Json.MAPPER
                        .readTree(directory
                                .resolve("NO_TEXT-fingerprint_of_NO_TEXT-1.json")
                                .toFile())
                        .get("reason")
                        .asText())
                .isEqualTo("NO_TEXT");
    }

    @Test
    void aDryRunSaysWhatWouldComeOfIt() {
        assertThat(run("replay", "--dry-run", "1")).isZero();
        assertThat(out.toString()).contains("would be replayed").contains("4 bytes rehearsed");
        assertThat(database.query("select 1 from rejection where replayed_at is not null"))
                .isEmpty();
    }

    @Test
    void doesNotReplayEverythingByOmission() {
        assertThat(run("replay")).isEqualTo(2);
        assertThat(err.toString()).contains("say which");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "kafka.bootstrap.servers=127.0.0.1:1"));
        all.addAll(List.of("--set", "store.jdbc.url=" + database.config().jdbcUrl()));
        all.addAll(List.of("--set", "store.user=" + database.config().user()));
        return new CommandLine(new RejectedCommand(payload -> payload.length + " bytes rehearsed"))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
