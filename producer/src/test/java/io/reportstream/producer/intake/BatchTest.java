package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
    private static final String NDJSON = "application/x-ndjson";

    private final Door door = new Door(true, null);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void givesOneReceiptPerLineAndABadLineSpoilsNoOther() throws IOException {
        HttpResponse<String> response = door.post(
                "/v1/reports",
                NDJSON,
                line("a") + "not json\n" + line("b") + "\r\n{\"source\":\"s\"}\n"
                        + line("x".repeat(Door.LIMITS.reportBytes()))
                        + "{\"id\":\"c\",\"source\":\"s\",\"text\":\"无换行\"}");

        assertThat(response.statusCode()).isEqualTo(207);
        assertThat(response.headers().firstValue("content-type")).hasValue(NDJSON);
        List<JsonNode> receipts = receipts(response);
        assertThat(receipts)
                .extracting(receipt -> receipt.path("line").asInt() + " "
                        + receipt.path("status").asInt() + " "
                        + receipt.path("id").asText()
                        + receipt.at("/problem/code").asText())
                .containsExactly(
                        "1 202 a", "2 400 NOT_JSON", "3 202 b", "5 422 WRONG_SHAPE", "6 413 TOO_LONG", "7 202 c");
        assertThat(door.published()).extracting(report -> report.id()).containsExactly("a", "b", "c");
        assertThat(receipts.get(0).path("statusUrl").asText())
                .isEqualTo("/v1/reports/a?revision=" + door.published().get(0).revision() + "&source=s");
    }

    @Test
    void answers202WhereEveryLineIsAccepted() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < Door.LIMITS.batchLines(); i++) {
            lines.append(line("id" + i));
        }

        HttpResponse<String> response = door.post("/v1/reports", NDJSON, lines.toString());

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(receipts(response)).hasSize(Door.LIMITS.batchLines());
        assertThat(door.published()).hasSize(Door.LIMITS.batchLines());
    }

    @Test
    void readsLinesInGb18030WhenDeclared() {
        byte[] lines = (line("一") + line("二")).getBytes(Charset.forName("GB18030"));

        assertThat(door.post("/v1/reports", NDJSON + "; charset=GB18030", lines).statusCode())
                .isEqualTo(202);
        assertThat(door.published()).extracting(report -> report.id()).containsExactly("一", "二");
        assertThat(door.post("/v1/reports", NDJSON + "; charset=UTF-16", lines).statusCode())
                .isEqualTo(415);
    }

    @Test
    void saysWhichLineWasTheFirstNotRead() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= Door.LIMITS.batchLines() + 5; i++) {
            lines.append(line("id" + i));
        }

        List<JsonNode> receipts = receipts(door.post("/v1/reports", NDJSON, lines.toString()));

        JsonNode last = receipts.get(receipts.size() - 1);
        assertThat(receipts).hasSize(Door.LIMITS.batchLines() + 1);
        assertThat(last.path("line").asInt()).isEqualTo(Door.LIMITS.batchLines() + 1);
        assertThat(last.at("/problem/code").asText()).isEqualTo("BATCH_TOO_LONG");
        assertThat(door.published()).hasSize(Door.LIMITS.batchLines());
    }

    @Test
    void readsNoMoreBytesThanTheLimit() throws IOException {
        String line = "{\"source\":\"s\",\"text\":\"" + "a".repeat(500_000) + "\"}\n";
        int fitting = (int) (Door.LIMITS.batchBytes() / line.length());

        List<JsonNode> receipts = receipts(door.post("/v1/reports", NDJSON, line.repeat(fitting + 5)));

        assertThat(receipts).hasSize(fitting + 1);
        assertThat(receipts.get(fitting).at("/problem/code").asText()).isEqualTo("BATCH_TOO_LONG");
        assertThat(door.published()).hasSize(fitting);
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThat(door.post("/v1/reports", NDJSON, "").statusCode()).isEqualTo(422);
        assertThat(door.post("/v1/reports", NDJSON, "\n\r\n").statusCode()).isEqualTo(422);
    }

    @Test
    void afterAnOutageTheOtherLinesAreNotTried() throws IOException {
        door.kafka.sendException = new TimeoutException("no room");

        HttpResponse<String> response = door.post("/v1/reports", NDJSON, line("a") + line("b") + line("c"));

        assertThat(response.statusCode()).isEqualTo(207);
        assertThat(response.headers().firstValue("retry-after")).hasValue("5");
        assertThat(receipts(response))
                .extracting(receipt -> receipt.path("status").asInt())
                .containsExactly(503, 503, 503);
        assertThat(door.server.metrics().get("publish.failures").counter().count())
                .isEqualTo(1);
    }

    private static String line(String id) {
        return "{\"id\":\"" + id + "\",\"source\":\"s\",\"text\":\"正文\"}\n";
    }

    private static List<JsonNode> receipts(HttpResponse<String> response) throws IOException {
        List<JsonNode> receipts = new ArrayList<>();
        for (String line : response.body().lines().toList()) {
            receipts.add(Json.MAPPER.readTree(line));
        }
        return receipts;
    }
}
