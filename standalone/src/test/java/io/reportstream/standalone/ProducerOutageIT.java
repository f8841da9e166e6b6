package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reportstream.producer.ProducerApp;
import io.reportstream.producer.ProducerConfig;
import io.reportstream.service.Settings;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import io.reportstream.standalone.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The intake while its broker comes and goes. */
@Timeout(120)
class ProducerOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void acceptsNothingWhileTheBrokerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        int port = FreePort.find();
        Settings settings = Settings.of(Map.of(
                "kafka.bootstrap.servers", "127.0.0.1:" + port,
                "producer.http.port", "0",
                "producer.delivery.timeout.ms", "3000",
                "producer.max.block.ms", "1000"));
        EmbeddedKafka broker = new EmbeddedKafka(directory, port);
        broker.start();
        try (ProducerApp producer = new ProducerApp(ProducerConfig.from(settings))) {
            producer.start();
            assertThat(get(producer, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(post(producer).statusCode()).isEqualTo(202);

            broker.close();
            long start = System.nanoTime();
            HttpResponse<String> refused = post(producer);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(producer, "/health/ready").statusCode())
                                    .isEqualTo(503));
            assertThat(get(producer, "/health/live").statusCode()).isEqualTo(200);

            broker = new EmbeddedKafka(directory, port);
            broker.start();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(producer, "/health/ready").statusCode())
                                    .isEqualTo(200));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(post(producer).statusCode()).isEqualTo(202));
        } finally {
            broker.close();
        }
    }

    @Test
    void waitsForABrokerThatStartsLater() throws Exception {
        int port = FreePort.find();
        Settings settings =
                Settings.of(Map.of("kafka.bootstrap.servers", "127.0.0.1:" + port, "producer.http.port", "0"));
        try (EmbeddedKafka broker = new EmbeddedKafka(directory, port);
                ProducerApp producer = new ProducerApp(ProducerConfig.from(settings))) {
            Thread starting = new Thread(producer::start);
            starting.start();
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                assertThat(get(producer, "/health/live").statusCode()).isEqualTo(200);
                assertThat(get(producer, "/health/ready").statusCode()).isEqualTo(503);
            });

            broker.start();
            starting.join();

            // The last answer about the broker is kept for a moment.
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(producer, "/health/ready").statusCode())
                                    .isEqualTo(200));
            assertThat(post(producer).statusCode()).isEqualTo(202);
        }
    }

    private static HttpResponse<String> post(ProducerApp producer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(producer, "/v1/reports?source=test"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("一、工作总结"))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(ProducerApp producer, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(producer, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(ProducerApp producer, String path) {
        return URI.create("http://127.0.0.1:" + producer.port() + path);
    }
}
