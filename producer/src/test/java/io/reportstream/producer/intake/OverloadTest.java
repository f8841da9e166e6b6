package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverloadTest {
    private static final byte[] LARGE = "a".repeat(900_000).getBytes(StandardCharsets.US_ASCII);

    /** Four bodies fit; the broker is slow, so the others get 503; once it has acknowledged, there is room again. */
    @Test
    void boundsWhatWaitsForItsAcknowledgement() throws Exception {
        try (Door door = new Door(false, null)) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> post(door)));
            }
            while (door.published().size() < 4) {
                Thread.sleep(10);
            }
            assertThat(inFlight(door)).isEqualTo(4 * LARGE.length);

            HttpResponse<String> refused = post(door);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
            assertThat(Door.json(refused).path("code").asText()).isEqualTo("OVERLOADED");
            assertThat(door.post("/v1/reports", "application/x-ndjson", "{}").statusCode())
                    .as("a batch needs room too")
                    .isEqualTo(503);

            while (door.kafka.completeNext()) {
                // All of them.
            }
            assertThat(answers.stream().map(CompletableFuture::join).toList())
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(202);
            assertThat(inFlight(door)).isZero();
        }
    }

    @Test
    void givesBackWhatARefusedRequestTook() {
        try (Door door = new Door(true, null)) {
            for (int i = 0; i < 20; i++) {
                door.post("/v1/reports", "application/json", LARGE);
                door.post("/v1/reports", "application/x-ndjson", "bad");
                door.post("/v1/reports?source=s", "text/plain", new byte[Door.LIMITS.reportBytes() + 1]);
            }

            assertThat(inFlight(door)).isZero();
            assertThat(post(door).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void refusesWhileTooManyWaitToBeProcessed() {
        try (Door door = new Door(true, null)) {
            door.full.set(true);
            HttpResponse<String> refused = post(door);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).hasValue("10");
            assertThat(Door.json(refused).path("code").asText()).isEqualTo("BACKLOG");
            assertThat(door.get("/v1/reports/a").statusCode())
                    .as("no store is set")
                    .isEqualTo(503);
            assertThat(door.published()).isEmpty();

            door.full.set(false);
            assertThat(post(door).statusCode()).isEqualTo(202);
        }
    }

    private static HttpResponse<String> post(Door door) {
        return door.post("/v1/reports?source=s", "text/plain", LARGE);
    }

    private static double inFlight(Door door) {
        return door.server.metrics().get("intake.inflight").gauge().value();
    }
}
