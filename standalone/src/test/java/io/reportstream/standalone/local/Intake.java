package io.reportstream.standalone.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.service.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Submits reports to a running stream over HTTP. */
final class Intake {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    Intake(Settings settings) {
        address = "http://127.0.0.1:" + settings.passThrough("producer.http.").get("port");
    }

    HttpResponse<String> submit(String id, long revision, String text) throws IOException, InterruptedException {
        return client.send(request(id, revision, text), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> submitLater(String id, long revision, String text) {
        return client.sendAsync(request(id, revision, text), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode status(String id, long revision) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/v1/reports/" + id + "?revision=" + revision))
                .build();
        return Json.MAPPER.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private HttpRequest request(String id, long revision, String text) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", id);
        report.put("source", "test");
        report.put("revision", revision);
        report.put("text", text);
        return HttpRequest.newBuilder(URI.create(address + "/v1/reports"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.MAPPER.valueToTree(report).toString(), StandardCharsets.UTF_8))
                .build();
    }
}
