package io.reportstream.producer.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reportstream.contract.Json;
import io.reportstream.service.HttpSettings;
import io.reportstream.service.OpsServer;
import io.reportstream.service.Settings;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GatewayTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private OpsServer first = producer("first", 0);
    private OpsServer second = producer("second", 0);
    private GatewayApp gateway;

    @BeforeEach
    void start() {
        gateway = new GatewayApp(new GatewayConfig(
                new HttpSettings("127.0.0.1", 0), List.of("127.0.0.1:" + first.port(), "127.0.0.1:" + second.port())));
        gateway.start();
        await().until(() -> gateway.check().up());
    }

    @AfterEach
    void stop() {
        gateway.close();
        first.close();
        second.close();
    }

    @Test
    void bothProducersGetTheirShare() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 40)
                .mapToObj(i -> client.sendAsync(report("text"), BodyHandlers.ofString()))
                .toList();

        assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(202);
        assertThat(answers)
                .extracting(
                        answer -> answer.join().headers().firstValue("producer").orElse(""))
                .contains("first", "second");
    }

    @Test
    void oneProducerIsEnoughAndOneThatComesBackIsUsedAgain() throws Exception {
        int port = first.port();
        first.close();
        await().untilAsserted(() -> assertThat(post("text").statusCode()).isEqualTo(202));
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = post("text");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.headers().firstValue("producer")).contains("second");
        }
        first = producer("first", port);
        second.close();
        await().untilAsserted(() ->
                assertThat(post("text").headers().firstValue("producer")).contains("first"));
    }

    @Test
    void withoutAnyProducerASubmitterIsToldToTryAgain() throws Exception {
        first.close();
        second.close();
        await().until(() -> get("/health/ready").statusCode() == 503);

        HttpResponse<String> answer = post("text");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Json.MAPPER.readTree(answer.body()).path("status").asInt()).isEqualTo(503);
    }

    @Test
    void aReportOfTheLargestSizeArrivesAsItWas() throws Exception {
        byte[] report = new byte[8 * 1024 * 1024];
        new Random(5).nextBytes(report);
        HttpRequest request =
                request("/v1/reports").POST(BodyPublishers.ofByteArray(report)).build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(sha256(report));
    }

    @Test
    void healthAndMetricsAreTheGatewaysOwn() throws Exception {
        assertThat(get("/health/ready").body()).contains("producers");
        assertThat(get("/metrics").body()).doesNotContain("service=\"producer\"");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/v1/elsewhere").headers().firstValue("producer")).isPresent();
    }

    @Test
    void aRequestThatCannotBeForwardedIsRefused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream()
                    .write("GET /v1/reports/x?a=^|{ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("BAD_REQUEST");
        }
    }

    @Test
    void upstreamsAreCheckedAtTheStart() {
        for (String upstreams : List.of("", "producer-1", "producer-1:0", "producer-1:8080/v1", ":8080")) {
            assertThatThrownBy(() -> GatewayConfig.from(Settings.of(Map.of("gateway.upstreams", upstreams))))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("gateway.upstreams");
        }
    }

    @Test
    void theReferenceFileNamesEveryKey() throws Exception {
        Path file = Path.of("..", "config", "reference.properties");
        Properties reference = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            reference.load(reader);
        }
        assertThat(reference.stringPropertyNames())
                .containsAll(GatewayConfig.KEYS.configKeys().keySet());
        assertThat(GatewayConfig.from(Settings.load(file, Map.of(), Map.of())).upstreams())
                .hasSize(2);
    }

    private static OpsServer producer(String name, int port) {
        OpsServer server = new OpsServer("producer", new HttpSettings("127.0.0.1", port));
        server.routes(routes -> {
            routes.post("/v1/reports", context -> {
                try (InputStream body = context.req().getInputStream()) {
                    context.status(202).result(sha256(body.readAllBytes()));
                }
                // As an acknowledgement takes its time: requests then need more than one connection.
                Thread.sleep(50);
            });
            routes.after("/v1/*", context -> context.header("producer", name));
        });
        server.start();
        return server;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private HttpResponse<String> post(String text) throws Exception {
        return client.send(report(text), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest report(String text) {
        return request("/v1/reports").POST(BodyPublishers.ofString(text)).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }
}
