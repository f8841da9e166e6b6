package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.RawReport;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class IntakeServerTest {
    private static final String JSON = "application/json";
    private static final String TEXT = "2023年，全市地区生产总值达到1.2万亿元，同比增长5.6%。";

    private final Door door = new Door(true, null);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void acceptsAReportAndSaysWhereItsStatusIs() {
        HttpResponse<String> response =
                door.post("/v1/reports", JSON, "{\"id\":\"科技/1 a\",\"source\":\"s\",\"text\":\"" + TEXT + "\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        RawReport published = door.published().get(0);
        assertThat(published.text()).isEqualTo(TEXT);
        assertThat(published.id()).isEqualTo("科技/1 a");
        JsonNode receipt = Door.json(response);
        assertThat(receipt.path("id").asText()).isEqualTo(published.id());
        assertThat(receipt.path("revision").asLong()).isEqualTo(published.revision());
        assertThat(receipt.path("receivedAt").asText())
                .isEqualTo(published.receivedAt().toString());
        String statusUrl = "/v1/reports/%E7%A7%91%E6%8A%80%2F1%20a?revision=" + published.revision() + "&source=s";
        assertThat(receipt.path("statusUrl").asText()).isEqualTo(statusUrl);
        assertThat(response.headers().firstValue("location")).hasValue(statusUrl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\":\"reportstream-canary\",\"text\":\"t\"}",
                "{\"source\":\"s\",\"id\":\"reportstream-canary\",\"text\":\"t\"}"
            })
    void nobodySubmitsInTheCanarysName(String json) {
        HttpResponse<String> response = door.post("/v1/reports", JSON, json);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(door.published()).isEmpty();
    }

    @Test
    void theSameSubmissionTwiceHasOneId() {
        String json = "{\"source\":\"s\",\"text\":\"" + TEXT + "\"}";

        String first =
                Door.json(door.post("/v1/reports", JSON, json)).path("id").asText();
        String second =
                Door.json(door.post("/v1/reports", JSON, json)).path("id").asText();

        assertThat(second).isEqualTo(first).startsWith("sha256-");
        assertThat(door.published().get(1).revision())
                .isGreaterThan(door.published().get(0).revision());
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=GB18030, GB18030",
        "text/plain; charset=\"gbk\", GBK",
        "text/plain;charset=gb2312, GBK",
        "TEXT/HTML; Charset=GB18030, GB18030",
        "text/plain, GB18030",
        "text/plain, UTF-8",
        "text/html, UTF-16"
    })
    void acceptsTextsInTheirOwnEncoding(String contentType, String written) {
        HttpResponse<String> response = door.post(
                "/v1/reports?source=%E4%B8%B4%E6%B2%82&id=7&title=t&url=http://a.cn/b&publishedAt=2024-01-31&revision=5",
                contentType, TEXT.getBytes(Charset.forName(written)));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        RawReport report = door.published().get(0);
        assertThat(report.text()).isEqualTo(TEXT);
        assertThat(report.source()).isEqualTo("临沂");
        assertThat(report.revision()).isEqualTo(5);
        assertThat(report.publishedAt()).isEqualTo("2024-01-30T16:00:00Z");
    }

    @Test
    void acceptsBig5() {
        String text = "全縣生產總值達到一千二百億元，比上年增長百分之五。";

        door.post("/v1/reports?source=s", "text/plain; charset=Big5", text.getBytes(Charset.forName("Big5")));

        assertThat(door.published().get(0).text()).isEqualTo(text);
    }

    @Test
    void keepsHtmlAsItWasSubmitted() {
        String html = "<html><body><p>一、工作&nbsp;总结</p></body></html>";

        door.post("/v1/reports?source=s", "text/html; charset=utf-8", html);

        assertThat(door.published().get(0).text()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/json | {\"source\":\"s\" \"text\":\"t\"} | 400 | NOT_JSON",
                "application/json | {\"source\":\"s\",\"text\":\"t | 400 | NOT_JSON",
                "application/json | {\"source\":\"s\"} | 422 | WRONG_SHAPE",
                "application/json | {\"source\":\"s\",\"text\":\" \"} | 422 | NO_TEXT",
                "application/json; charset=klingon | {\"source\":\"s\",\"text\":\"t\"} | 415 | UNKNOWN_CHARSET",
                "text/plain | ~~ | 422 | NO_TEXT",
                "text/plain; charset=klingon | t | 415 | UNKNOWN_CHARSET",
                "application/x-www-form-urlencoded | {} | 415 | UNSUPPORTED_MEDIA_TYPE",
                "application/pdf | %PDF | 415 | UNSUPPORTED_MEDIA_TYPE",
                "; | x | 415 | UNSUPPORTED_MEDIA_TYPE",
            })
    void refusesWithAProblemThatSaysWhatToMend(String contentType, String body, int status, String code) {
        HttpResponse<String> response = door.post("/v1/reports?source=s", contentType, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = Door.json(response);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("detailZh").asText()).matches(".*\\p{IsHan}.*");
        assertThat(door.published()).isEmpty();
        assertThat(door.server
                        .metrics()
                        .get("intake.reports")
                        .tag("outcome", code)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesGb18030ThatIsSentAsJsonWithoutSayingSo() {
        byte[] body = ("{\"source\":\"s\",\"text\":\"" + TEXT + "\"}").getBytes(Charset.forName("GB18030"));

        HttpResponse<String> response = door.post("/v1/reports", JSON, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Door.json(response).path("code").asText()).isEqualTo("BAD_ENCODING");
        assertThat(Door.json(response).path("position").asInt()).isEqualTo(26);
        assertThat(door.post("/v1/reports", JSON + "; charset=GB18030", body).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports",
                "/v1/reports?source=",
                "/v1/reports?source=a&source=b",
                "/v1/reports?source=s&txt=1",
                "/v1/reports?source=s&revision=x",
                "/v1/reports?source=s&publishedAt=now",
                "/v1/reports?source=s&id=%20",
                "/v1/reports?source=%D6%D0",
                "/v1/reports?source=s&title=%C0%80"
            })
    void refusesWrongQueryParameters(String path) {
        HttpResponse<String> response = door.post(path, "text/plain", "text");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(Door.json(response).path("code").asText()).isEqualTo("WRONG_SHAPE");
    }

    @Test
    void refusesABodyThatSaysItIsTooLong() {
        HttpResponse<String> response = door.post("/v1/reports?source=s", "text/plain", new byte[50 * 1024 * 1024]);

        assertTooLong(response);
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() {
        HttpResponse<String> response = door.post(
                "/v1/reports?source=s", "text/plain", BodyPublishers.ofInputStream(() -> new Zeros(50 * 1024 * 1024)));

        assertTooLong(response);
    }

    @Test
    void refusesABodyThatIsTooLongBeforeItIsSentWhenAsked() throws Exception {
        String answer = door.raw(
                "POST /v1/reports?source=s HTTP/1.1",
                "Host: a",
                "Content-Type: text/plain",
                "Expect: 100-continue",
                "Content-Length: 50000000");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"TOO_LONG\"");
    }

    private void assertTooLong(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
        assertThat(Door.json(response).path("code").asText()).isEqualTo("TOO_LONG");
        assertThat(Door.json(response).path("limit").asInt()).isEqualTo(Door.LIMITS.reportBytes());
        assertThat(door.published()).isEmpty();
    }

    @Test
    void acceptsABodyOfExactlyTheLimit() {
        byte[] body = new byte[Door.LIMITS.reportBytes()];
        Arrays.fill(body, (byte) 'a');

        assertThat(door.post("/v1/reports?source=s", "text/plain", body).statusCode())
                .isEqualTo(202);
    }

    @Test
    void refusesCompressedBodies() {
        HttpResponse<String> response = door.send(HttpRequest.newBuilder(door.uri("/v1/reports?source=s"))
                .header("Content-Type", "text/plain")
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("x"))
                .build());

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Door.json(response).path("code").asText()).isEqualTo("UNSUPPORTED_ENCODING");
    }

    @Test
    void answers503WithRetryAfterWhenTheBrokerDoesNotAcknowledge() throws Exception {
        try (Door silent = new Door(false, null)) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                    () -> silent.post("/v1/reports", JSON, "{\"source\":\"s\",\"text\":\"t\"}"));
            while (!silent.kafka.errorNext(new TimeoutException("expired"))) {
                Thread.sleep(10);
            }

            assertUnavailable(answer.get());
        }
    }

    @Test
    void answers503WhenThereIsNoRoomToSend() {
        door.kafka.sendException = new TimeoutException("no room");

        assertUnavailable(door.post("/v1/reports", JSON, "{\"source\":\"s\",\"text\":\"t\"}"));
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("5");
        assertThat(Door.json(response).path("code").asText()).isEqualTo("BROKER_UNAVAILABLE");
    }

    @Test
    void aClientThatGoesAwayInTheMiddleLeavesTheServerRunning() throws Exception {
        try (Socket socket = door.connect()) {
            socket.getOutputStream()
                    .write(Door.head(
                            "POST /v1/reports?source=s HTTP/1.1",
                            "Host: a",
                            "Content-Type: text/plain",
                            "Content-Length: 100"));
            socket.getOutputStream().write(new byte[50]);
        }

        assertThat(door.post("/v1/reports?source=s", "text/plain", "whole").statusCode())
                .isEqualTo(202);
        assertThat(door.published()).hasSize(1);
    }

    /** So many zero bytes, made while they are read. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            left -= read;
            return read;
        }
    }
}
