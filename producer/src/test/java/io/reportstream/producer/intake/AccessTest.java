package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.RawReport;
import io.reportstream.producer.access.Access;
import io.reportstream.service.access.KeyCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60)
class AccessTest {
    private static final String JSON = "application/json";

    @TempDir
    private Path directory;

    private Door door;
    private String key;

    @BeforeEach
    void open() {
        Path file = directory.resolve("keys");
        StringWriter out = new StringWriter();
        new CommandLine(new KeyCommand()).setOut(new PrintWriter(out)).execute("city", "--file", file.toString());
        key = out.toString().strip();
        door = new Door(true, null, Access.byKeys(file));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aKeySubmitsForItsSource() {
        assertThat(post(JSON, "{\"text\":\"t\"}", "Bearer " + key).statusCode()).isEqualTo(202);
        assertThat(post(JSON, "{\"source\":\"city\",\"text\":\"t\"}", "bearer " + key)
                        .statusCode())
                .isEqualTo(202);
        assertThat(post("text/plain", "t", "Bearer " + key).statusCode()).isEqualTo(202);

        assertThat(door.published())
                .extracting(RawReport::source)
                .containsOnly("city")
                .hasSize(3);
    }

    @Test
    void aKeySubmitsForNoOtherSource() {
        HttpResponse<String> response = post(JSON, "{\"source\":\"county\",\"text\":\"t\"}", "Bearer " + key);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Door.json(response).path("code").asText()).isEqualTo("FORBIDDEN_SOURCE");
        HttpResponse<String> batch = post(
                "application/x-ndjson", "{\"text\":\"t\"}\n{\"source\":\"county\",\"text\":\"t\"}", "Bearer " + key);
        assertThat(batch.statusCode()).isEqualTo(207);
        assertThat(batch.body()).contains("\"line\":1,\"status\":202").contains("\"line\":2,\"status\":403");
        assertThat(door.published()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer rs_wrong", "Basic cnM6cnM=", "rs"})
    void nobodyElseSubmits(String authorization) {
        HttpResponse<String> response = post(JSON, "{\"text\":\"t\"}", authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(Door.json(response).path("code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(door.published()).isEmpty();
    }

    @Test
    void aKeyAsksForItsSourceAlone() {
        assertThat(get("/v1/reports/a?revision=1&source=county").statusCode()).isEqualTo(403);
        // No store is set: so far it comes.
        assertThat(get("/v1/reports/a?revision=1&source=city").statusCode()).isEqualTo(503);
        assertThat(get("/v1/reports/a?revision=1").statusCode()).isEqualTo(503);
    }

    @Test
    void statusesAreForThoseWithAKeyAndHealthIsForAll() {
        assertThat(door.get("/v1/reports/a").statusCode()).isEqualTo(401);
        assertThat(door.get("/health/live").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return door.send(HttpRequest.newBuilder(door.uri(path))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    private HttpResponse<String> post(String contentType, String body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.uri("/v1/reports"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return door.send(request.build());
    }
}
