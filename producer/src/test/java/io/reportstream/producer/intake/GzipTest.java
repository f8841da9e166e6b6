package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GzipTest {
    private final Door door = new Door(true, null);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void takesCompressedReportsAndBatches() throws IOException {
        String text = "一、工作总结";
        assertThat(post("text/plain; charset=GB18030", gzip(text.getBytes(Charset.forName("GB18030"))))
                        .statusCode())
                .isEqualTo(202);
        String line = "{\"source\":\"s\",\"text\":\"" + text + "\"}\n";
        assertThat(post("application/x-ndjson", gzip(line.repeat(3).getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(202);

        assertThat(door.published())
                .hasSize(4)
                .allSatisfy(report -> assertThat(report.text()).isEqualTo(text));
    }

    @Test
    void aBombEndsAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[100 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(200_000);

        HttpResponse<String> response = post("text/plain", bomb);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Door.json(response).path("code").asText()).isEqualTo("TOO_LONG");
        assertThat(Door.json(post("application/x-ndjson", bomb))
                        .at("/problem/code")
                        .asText())
                .as("a line")
                .isEqualTo("BATCH_TOO_LONG");
        assertThat(door.published()).isEmpty();
    }

    @Test
    void refusesWhatIsNotGzip() throws IOException {
        byte[] whole = gzip("一、工作总结".getBytes(StandardCharsets.UTF_8));
        for (byte[] broken : new byte[][] {
            "plain".getBytes(StandardCharsets.US_ASCII), new byte[0], Arrays.copyOf(whole, whole.length - 9)
        }) {
            HttpResponse<String> response = post("text/plain", broken);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(Door.json(response).path("code").asText()).isEqualTo("BAD_COMPRESSION");
            assertThat(post("application/x-ndjson", broken).statusCode()).isEqualTo(400);
        }
    }

    private HttpResponse<String> post(String contentType, byte[] body) {
        return door.send(HttpRequest.newBuilder(door.uri("/v1/reports?source=s"))
                .header("Content-Type", contentType)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
