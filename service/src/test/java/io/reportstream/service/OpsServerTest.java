package io.reportstream.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpsServerTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final AtomicReference<Health> broker = new AtomicReference<>(Health.ok());
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final OpsServer server = new OpsServer("sample", new HttpSettings("127.0.0.1", 0));

    @BeforeEach
    void start() {
        server.watch("broker", broker::get)
                .routes(routes -> routes.get("/slow", context -> {
                            entered.countDown();
                            release.await();
                            context.result("done");
                        })
                        .get("/bug", context -> {
                            throw new IllegalStateException("secret");
                        })
                        .get("/busy", context -> {
                            throw Problem.of(503, "BROKER_DOWN", "the broker does not answer", "消息中间件没有应答")
                                    .detail("try again", "请重试")
                                    .with("line", 3)
                                    .retryAfter(5);
                        }))
                .start();
    }

    @AfterEach
    void close() {
        release.countDown();
        server.close();
        server.close();
    }

    @Test
    void isAliveAndReadyAndTellsMetrics() throws Exception {
        server.metrics().counter("sample.things").increment();

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(json(get("/health/ready"), 200).path("status").asText()).isEqualTo("UP");
        assertThat(get("/metrics").body())
                .contains("jvm_memory_used_bytes{")
                .contains("sample_things_total{service=\"sample\"} 1.0");
    }

    @Test
    void isAliveButNotReadyWhileACheckFailsAndSaysWhy() throws Exception {
        broker.set(Health.down("no answer within 1 s"));

        JsonNode answer = json(get("/health/ready"), 503);

        assertThat(answer.path("status").asText()).isEqualTo("DOWN");
        assertThat(answer.at("/checks/broker/detail").asText()).isEqualTo("no answer within 1 s");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        broker.set(Health.ok());
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void answersProblemsInBothLanguages() throws Exception {
        HttpResponse<String> response = get("/busy");

        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("retry-after")).hasValue("5");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"urn:reportstream:problem:broker-down\",\"status\":503,\"code\":\"BROKER_DOWN\","
                        + "\"title\":\"the broker does not answer\",\"titleZh\":\"消息中间件没有应答\","
                        + "\"detail\":\"try again\",\"detailZh\":\"请重试\",\"line\":3,\"retryAfterSeconds\":5}");
    }

    @Test
    void tellsNothingOfABugButThatThereIsOne() throws Exception {
        HttpResponse<String> response = get("/bug");

        assertThat(json(response, 500).path("code").asText()).isEqualTo("INTERNAL");
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void unknownAddressesAndMethodsAreProblemsToo() throws Exception {
        assertThat(json(get("/nothing"), 404).path("code").asText()).isEqualTo("NOT_FOUND");
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(json(CLIENT.send(post, BodyHandlers.ofString()), 405)
                        .path("code")
                        .asText())
                .isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void everyAnswerHasSecurityHeadersAndNoServerName() throws Exception {
        for (String path : new String[] {"/health/live", "/nothing", "/bug"}) {
            HttpResponse<String> response = get(path);
            assertThat(response.headers().firstValue("x-content-type-options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(response.headers().firstValue("content-security-policy"))
                    .as(path)
                    .isPresent();
            assertThat(response.headers().firstValue("server")).as(path).isEmpty();
        }
    }

    @Test
    void closingFinishesARequestUnderWay() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                CLIENT.sendAsync(HttpRequest.newBuilder(uri("/slow")).build(), BodyHandlers.ofString());
        entered.await();
        URI live = uri("/health/live");

        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        Thread.sleep(200);
        assertThat(slow).isNotDone();
        release.countDown();

        assertThat(slow.get().body()).isEqualTo("done");
        closing.get();
        assertThatThrownBy(() -> CLIENT.send(HttpRequest.newBuilder(live).build(), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        return Json.MAPPER.readTree(response.body());
    }
}
