package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.producer.replay.ReplayCommand;
import io.reportstream.service.Settings;
import io.reportstream.standalone.local.DataDirectory;
import io.reportstream.standalone.local.LocalStream;
import io.reportstream.standalone.local.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a submitter sees of the whole stream: receipts, statuses and replays. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProducerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TEXT = """
            2023年全市科技工作总结
            一、主要工作成效
            今年全市新增高新技术企业1918家，技术合同成交额达到120亿元，同比增长5.6%。
            """;

    private LocalStream stream;
    private DataDirectory data;
    private String url;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = DataDirectory.open(directory.resolve("data"));
        stream = new LocalStream(data, Ports.free(), Settings.of(Map.of("producer.canary.interval.ms", "500")));
        stream.start();
        url = "http://127.0.0.1:"
                + stream.settings().passThrough("producer.http.").get("port");
    }

    @AfterAll
    void stop() {
        stream.close();
    }

    @Test
    void aTextInGb18030IsStoredAndItsStatusTellsWhatWasFound() throws Exception {
        JsonNode receipt = post("text/plain; charset=GB18030", TEXT.getBytes(Charset.forName("GB18030")), 202);

        JsonNode status = settled(receipt);

        assertThat(status.path("state").asText()).as(status.toString()).isEqualTo("STORED");
        assertThat(status.path("documents").asInt()).isEqualTo(1);
        assertThat(status.path("sections").asInt()).isPositive();
        assertThat(status.path("metrics").asInt()).isPositive();
        assertThat(status.path("at").asText()).startsWith("20");
        JsonNode journey = await().atMost(PATIENCE)
                .until(
                        () -> status(receipt),
                        seen -> seen.at("/accepted/offset").isIntegralNumber());
        assertThat(journey.path("source").asText()).isEqualTo("test");
        assertThat(journey.at("/accepted/topic").asText()).isEqualTo("reports.raw");
        assertThat(journey.at("/processed/metrics")).isEqualTo(status.path("metrics"));
        assertThat(List.of("accepted", "processed", "stored"))
                .extracting(step -> Instant.parse(journey.path(step).path("at").asText()))
                .isSorted();
        JsonNode latest = Json.MAPPER.readTree(
                get("/v1/reports/" + receipt.path("id").asText()).body());
        assertThat(latest.path("revision")).isEqualTo(receipt.path("revision"));
    }

    @Test
    void aPageWithoutTextIsRejectedWithItsReason() throws Exception {
        JsonNode receipt = post("text/html", "<html><body> </body></html>".getBytes(StandardCharsets.UTF_8), 202);

        JsonNode status = settled(receipt);

        assertThat(status.path("state").asText()).isEqualTo("REJECTED");
        assertThat(status.path("reason").asText()).isEqualTo("NO_TEXT");
        assertThat(status.path("stage").asText()).isNotEmpty();
    }

    @Test
    void aTextWithNulAndHalfASurrogatePairIsSettledToo() throws Exception {
        String json = "{\"source\":\"test\",\"text\":\"一、工作\\u0000总结。\\ud83d 新增企业1918家。\"}";

        JsonNode status = settled(post("application/json", json.getBytes(StandardCharsets.UTF_8), 202));

        assertThat(status.path("state").asText()).as(status.toString()).isEqualTo("STORED");
    }

    @Test
    void aSourceCannotOverwriteAnothersReport() throws Exception {
        String json = "{\"id\":\"own\",\"source\":\"%s\",\"revision\":5,\"text\":\"一、工作总结。新增企业%d家。\"}";
        JsonNode own = post("application/json", String.format(json, "city", 1).getBytes(StandardCharsets.UTF_8), 202);
        settled(own);

        JsonNode other =
                post("application/json", String.format(json, "county", 2).getBytes(StandardCharsets.UTF_8), 202);

        JsonNode journey = settled(other);
        assertThat(journey.at("/rejected/reason").asText())
                .as(journey.toString())
                .isEqualTo("ID_TAKEN");
        assertThat(journey.at("/rejected/stage").asText()).isEqualTo("DECODE");
        assertThat(journey.at("/rejected/messageZh").asText()).contains("编号");
        assertThat(settled(own).path("state").asText()).isEqualTo("STORED");
    }

    @Test
    void anOlderRevisionIsRejectedAsSuperseded() throws Exception {
        String json = "{\"id\":\"rev\",\"source\":\"test\",\"revision\":%d,\"text\":\"一、工作总结。新增企业%d家。\"}";
        settled(post("application/json", String.format(json, 5, 1).getBytes(StandardCharsets.UTF_8), 202));

        JsonNode receipt = post("application/json", String.format(json, 4, 2).getBytes(StandardCharsets.UTF_8), 202);

        // Until its rejection is stored it looks like one that was replaced since.
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(settled(receipt).path("reason").asText()).isEqualTo("SUPERSEDED"));
    }

    @Test
    void theSeedsAreReplayedByTheConnectionFile(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("bad.json"), "{");
        StringWriter out = new StringWriter();

        assertThat(replay(out, "../seeds")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("5 reports: 5 stored, 0 rejected, 0 missing, 0 refused");
        assertThat(replay(out, "../seeds", "--repeat", "2")).isZero();
        assertThat(out.toString()).contains("10 reports: 10 stored");
        assertThat(replay(out, directory.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("REFUSED").contains("bad.json  NOT_JSON");
    }

    @Test
    void theCanaryComesThroughAgainAndAgainAndIsTimed() throws Exception {
        long before = canaryRevision();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/metrics").body())
                        .containsPattern("reportstream_canary_latency_seconds_count\\{[^}]*} ([2-9]|\\d\\d)")
                        .containsPattern("reportstream_raw_lag\\{[^}]*} \\d")
                        .containsPattern("reportstream_canary_age_seconds\\{[^}]*} \\d"));

        assertThat(canaryRevision()).isGreaterThan(before);
    }

    /** Of the latest that is stored; 0 where none is. */
    private long canaryRevision() throws IOException, InterruptedException {
        JsonNode latest =
                Json.MAPPER.readTree(get("/v1/reports/reportstream-canary").body());
        return latest.at("/stored/revision").asLong();
    }

    private int replay(StringWriter out, String... arguments) {
        CommandLine command = new CommandLine(new ReplayCommand()).setOut(new PrintWriter(out));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = data.connectionFile().toString();
        return command.execute(all);
    }

    private JsonNode post(String contentType, byte[] body, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/v1/reports" + (contentType.startsWith("text/") ? "?source=test" : "")))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Json.MAPPER.readTree(response.body());
    }

    /** The status of a receipt once it is stored or rejected. */
    private JsonNode settled(JsonNode receipt) {
        return await().atMost(PATIENCE)
                .until(
                        () -> status(receipt),
                        status -> !status.path("state").asText().equals("PENDING"));
    }

    private JsonNode status(JsonNode receipt) throws IOException, InterruptedException {
        HttpResponse<String> response = get(receipt.path("statusUrl").asText());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }
}
