package io.reportstream.sink.rejected;

import static io.reportstream.sink.TestReports.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Stage;
import io.reportstream.service.HttpSettings;
import io.reportstream.service.OpsServer;
import io.reportstream.sink.store.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sink's server does what openapi/sink.yaml says. */
class OpenApiTest {
    private static final MockProducer<String, byte[]> PRODUCER =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    private static JsonNode document;
    private static TestDatabase database;
    private static OpsServer server;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream file = OpenApiTest.class.getResourceAsStream("/openapi/sink.yaml")) {
            document = new YAMLMapper().readTree(file);
        }
        database = TestDatabase.migrated();
        RejectionStore store = new RejectionStore(database.pool());
        Replayer replayer = new Replayer(store, PRODUCER, 3);
        server = new OpsServer("sink", new HttpSettings("127.0.0.1", 0))
                .routes(new RejectedRoutes(() -> store, () -> replayer, null)::register);
        server.start();
        database.write(batch -> {
            batch.add(rejection("a", 1L, 1));
            batch.add(rejection("b", null, 2));
        });
    }

    @AfterAll
    static void close() {
        server.close();
        database.close();
    }

    @Test
    void namesEveryRouteAndNoOther() {
        Set<String> routes = new TreeSet<>(Set.of("get /health/live", "get /health/ready", "get /metrics"));
        Javalin.create(config -> new RejectedRoutes(() -> null, () -> null, null).register(config.routes))
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .forEach(route ->
                        routes.add(route.endpoint.method.name().toLowerCase(Locale.ROOT) + " " + route.endpoint.path));

        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> documented.add(method + " " + path.getKey())));
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void namesEveryCode() {
        assertThat(codes("/components/schemas/Problem/properties/code/anyOf/0"))
                .isEqualTo(names(RejectedProblem.values()));
        assertThat(codes("/components/schemas/State")).isEqualTo(names(RejectionState.values()));
        assertThat(codes("/components/schemas/Reason")).isEqualTo(names(Reason.values()));
        assertThat(codes("/components/schemas/Stage")).isEqualTo(names(Stage.values()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/rejected, /v1/rejected, 200",
        "GET, /v1/rejected?each=true&state=OPEN, /v1/rejected, 200",
        "GET, /v1/rejected?limit=0, /v1/rejected, 400",
        "GET, /v1/rejected/2, /v1/rejected/{number}, 200",
        "GET, /v1/rejected/99, /v1/rejected/{number}, 404",
        "POST, /v1/rejected/replay?reason=NO_TEXT&dryRun=true, /v1/rejected/replay, 200",
        "POST, /v1/rejected/replay, /v1/rejected/replay, 400",
        "POST, /v1/rejected/1/replay?dryRun=true, /v1/rejected/{number}/replay, 200",
        "POST, /v1/rejected/99/replay, /v1/rejected/{number}/replay, 404",
        "GET, /health/live, /health/live, 200",
        "GET, /health/ready, /health/ready, 200"
    })
    void answersAsDocumented(String method, String address, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode answer = resolved(document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status)));
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        JsonNode schema = answer.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as(status + " " + type).isFalse();
        assertThat(errors(schema, response.body())).isEmpty();
        assertThat(errors(schema, "{\"status\":\"?\"}")).isNotEmpty();
    }

    private static List<?> errors(JsonNode schema, String json) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(json, InputFormat.JSON);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static Set<String> codes(String schema) {
        Set<String> codes = new TreeSet<>();
        document.at(schema).path("enum").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private static Set<String> names(Enum<?>[] values) {
        return new TreeSet<>(Arrays.stream(values).map(Enum::name).toList());
    }
}
