package io.reportstream.sink.rejected;

import static io.reportstream.sink.TestReports.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.service.HttpSettings;
import io.reportstream.service.OpsServer;
import io.reportstream.service.access.KeyCommand;
import io.reportstream.service.access.KeyFile;
import io.reportstream.sink.store.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RejectedRoutesTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final OpsServer server = new OpsServer("sink", new HttpSettings("127.0.0.1", 0));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        RejectionStore store = new RejectionStore(database.pool());
        Replayer replayer = new Replayer(store, producer, 3);
        server.routes(new RejectedRoutes(() -> store, () -> replayer, null)::register)
                .start();
        database.write(batch -> {
            batch.add(rejection("a", 1L, 1));
            batch.add(rejection("b", 1L, 2));
        });
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void listsByCauseAndOneByOne() throws Exception {
        JsonNode groups = json(get("/v1/rejected")).get("groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).get("count").asInt()).isEqualTo(2);

        JsonNode rows = json(get("/v1/rejected?each=true&report=b")).get("rejections");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("reportId").asText()).isEqualTo("b");
        assertThat(json(get("/v1/rejected/" + rows.get(0).get("id").asLong()))).isEqualTo(rows.get(0));
    }

    @Test
    void handsOutThePayloadAsBytesToBeSaved() throws Exception {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(uri("/v1/rejected/1/payload")).build(), BodyHandlers.ofByteArray());

        assertThat(response.body()).isEqualTo(new byte[] {0, 1, 2, -1});
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    }

    @Test
    void nobodyWithoutAKeyWhereThereAreKeys(@TempDir Path directory) throws Exception {
        StringWriter key = new StringWriter();
        Path file = directory.resolve("keys");
        new CommandLine(new KeyCommand()).setOut(new PrintWriter(key)).execute("operator", "--file", file.toString());
        RejectionStore store = new RejectionStore(database.pool());
        try (OpsServer locked = new OpsServer("sink", new HttpSettings("127.0.0.1", 0))) {
            locked.routes(new RejectedRoutes(() -> store, () -> null, new KeyFile(file))::register)
                    .start();
            URI list = URI.create("http://127.0.0.1:" + locked.port() + "/v1/rejected");

            HttpResponse<String> refused =
                    client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString());
            HttpResponse<String> shown = client.send(
                    HttpRequest.newBuilder(list)
                            .header("Authorization", "Bearer " + key.toString().strip())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(json(refused).get("code").asText()).isEqualTo("UNAUTHENTICATED");
            assertThat(shown.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void replaysOne() throws Exception {
        HttpResponse<String> response = post("/v1/rejected/1/replay", "application/json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/rejections/0/replay").asBoolean()).isTrue();
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void aDryRunSendsNothing() throws Exception {
        HttpResponse<String> response = post("/v1/rejected/replay?reason=no_text&dryRun=true", "application/json");

        assertThat(json(response).get("rejections")).hasSize(2);
        assertThat(producer.history()).isEmpty();
        assertThat(database.query("select 1 from rejection where replayed_at is not null"))
                .isEmpty();
    }

    @Test
    void replaysAllOfACause() throws Exception {
        assertThat(json(post("/v1/rejected/replay?fingerprint=fingerprint-of-NO_TEXT", "application/json"))
                        .get("rejections"))
                .hasSize(2);
        assertThat(producer.history()).extracting(record -> record.key()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void doesNotReplayEverythingByOmission() throws Exception {
        assertThat(code(post("/v1/rejected/replay", "application/json"))).isEqualTo("400 NOT_NARROWED");
    }

    @Test
    void aFormOfAnotherSiteCannotReplay() throws Exception {
        assertThat(code(post("/v1/rejected/1/replay", "text/plain"))).isEqualTo("415 WRONG_CONTENT_TYPE");
        assertThat(producer.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=open1",
                "reason=x",
                "stage=-",
                "since=yesterday",
                "limit=0",
                "limit=9999999999",
                "each=yes",
                "source=%00"
            })
    void namesTheParameterThatItCannotRead(String query) throws Exception {
        HttpResponse<String> response = get("/v1/rejected?" + query);

        assertThat(code(response)).isEqualTo("400 WRONG_PARAMETER");
        assertThat(response.body()).contains(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rejected/99", "/v1/rejected/x", "/v1/rejected/99/payload"})
    void doesNotKnowOthers(String path) throws Exception {
        assertThat(code(get(path))).isEqualTo("404 UNKNOWN_REJECTION");
    }

    @Test
    void saysThatTheDatabaseIsAway() throws Exception {
        database.pool().close();
        HttpResponse<String> response = get("/v1/rejected");

        assertThat(code(response)).isEqualTo("503 STORE_UNAVAILABLE");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatTheBrokerIsAway() throws Exception {
        producer.sendException = new KafkaException("no");

        assertThat(code(post("/v1/rejected/1/replay", "application/json"))).isEqualTo("503 BROKER_UNAVAILABLE");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.MAPPER.readTree(response.body());
    }

    private static String code(HttpResponse<String> response) throws Exception {
        return response.statusCode() + " " + json(response).get("code").asText();
    }
}
