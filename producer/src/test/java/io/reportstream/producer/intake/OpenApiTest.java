package io.reportstream.producer.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.Json;
import io.reportstream.producer.access.Access;
import io.reportstream.producer.status.Journey;
import io.reportstream.producer.status.Journey.Accepted;
import io.reportstream.producer.status.Journey.Processed;
import io.reportstream.producer.status.Journey.Rejected;
import io.reportstream.producer.status.Journey.Stored;
import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.State;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import io.reportstream.producer.status.StatusRoute;
import io.reportstream.producer.submission.Refusal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The server does what its OpenAPI document says. */
@Timeout(120)
class OpenApiTest {
    private static final String REPORT = "{\"id\":\"a\",\"source\":\"s\",\"text\":\"t\"}";

    private static Door door;
    private static JsonNode document;

    /** Everything has been rejected, but "nobody" is not known, and "stored" is stored. */
    private static final class Rejecting implements ReportStatuses {
        @Override
        public Map<Submitted, ReportStatus> settled(Collection<Submitted> submitted) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ReportStatus> journey(Asked asked) {
            return switch (asked.id()) {
                case "nobody" -> Optional.empty();
                case "stored" -> Optional.of(stored(asked.id()));
                default -> Optional.of(rejected(asked.id(), 1));
            };
        }

        private static ReportStatus stored(String id) {
            Journey journey = new Journey(
                    "s",
                    new Accepted(Instant.EPOCH, null, null, null, null),
                    new Processed(Instant.EPOCH, 2, 1, 7, 40),
                    new Stored(Instant.EPOCH, 2),
                    null);
            return new ReportStatus(id, 1, State.STORED, Instant.EPOCH, 1, 7, 40, null, null, null, journey);
        }

        private static ReportStatus rejected(String id, long revision) {
            Journey journey = new Journey(
                    "s",
                    new Accepted(Instant.EPOCH, "reports.raw", 0, 17L, 0),
                    null,
                    null,
                    new Rejected(Instant.EPOCH, "CLEAN", "NO_TEXT", "no text", "无正文", "empty", 3));
            return new ReportStatus(
                    id,
                    revision,
                    State.REJECTED,
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    "NO_TEXT",
                    "CLEAN",
                    "empty",
                    journey);
        }
    }

    @BeforeAll
    static void open() {
        door = new Door(true, new Rejecting());
        document = new YAMLMapper().readTree(door.get("/openapi.yaml").body());
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void namesEveryRouteOfTheIntakeAndNoOther() {
        IntakeServer intake = new IntakeServer(
                report -> new CompletableFuture<>(),
                new StatusRoute(null),
                Access.open(),
                Door.LIMITS,
                Runnable::run,
                new SimpleMeterRegistry());
        Set<String> routes = new TreeSet<>(Set.of("get /health/live", "get /health/ready", "get /metrics"));
        Javalin.create(config -> intake.routes(config.routes))
                .unsafe
                .internalRouter
                .allHttpHandlers()
                .forEach(route ->
                        routes.add(route.endpoint.method.name().toLowerCase(Locale.ROOT) + " " + route.endpoint.path));

        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> documented.add(operation.getKey() + " " + path.getKey())));
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void namesEveryCodeOfARefusal() {
        Set<String> codes = new HashSet<>();
        document.at("/components/schemas/Problem/properties/code/anyOf/0/enum")
                .forEach(code -> codes.add(code.asString()));

        assertThat(codes)
                .isEqualTo(Stream.of(Refusal.values()).map(Refusal::name).collect(Collectors.toSet()));
        Set<String> statuses = new HashSet<>(List.of("500"));
        Stream.of(Refusal.values()).forEach(refusal -> statuses.add(Integer.toString(refusal.status())));
        Set<String> documented = new HashSet<>();
        for (String path : List.of("/paths/~1v1~1reports/post/responses", "/paths/~1v1~1reports~1{id}/get/responses")) {
            document.at(path).propertyNames().stream()
                    .filter(status -> status.charAt(0) > '2')
                    .forEach(documented::add);
        }
        assertThat(documented).isEqualTo(statuses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/json | {\"source\":\"s\",\"text\":\"t\",\"id\":null} | 202",
                "application/json | {\"source\":\"s\" | 400",
                "application/json | {\"source\":\"s\",\"x\":1} | 422",
                "application/json | {\"source\":\"s\",\"text\":\"\"} | 422",
                "text/plain | t | 202",
                "text/html | <p>t</p> | 202",
                "text/plain; charset=none | t | 415",
                "image/png | t | 415",
            })
    void answersASubmissionAsDocumented(String contentType, String body, int status) {
        HttpResponse<String> response = door.post("/v1/reports?source=s", contentType, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertDocumented("/paths/~1v1~1reports/post", response);
    }

    @Test
    void answersABatchAsDocumented() {
        HttpResponse<String> response = door.post("/v1/reports", "application/x-ndjson", REPORT + "\nbad\n");

        assertThat(response.statusCode()).isEqualTo(207);
        assertThat(document.at("/paths/~1v1~1reports/post/responses/207/content/application~1x-ndjson")
                        .isMissingNode())
                .isFalse();
        Schema line = schema("LineReceipt");
        assertThat(response.body().lines())
                .hasSize(2)
                .allSatisfy(receipt ->
                        assertThat(line.validate(receipt, InputFormat.JSON)).isEmpty());
        assertThat(line.validate("{\"line\":0,\"status\":202}", InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reports/a, 200",
        "/v1/reports/a?revision=1, 200",
        "/v1/reports/stored?revision=1&source=s, 200",
        "/v1/reports/a?revision=x, 422",
        "/v1/reports/nobody, 404"
    })
    void answersForAStatusAsDocumented(String path, int status) {
        HttpResponse<String> response = door.get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertDocumented("/paths/~1v1~1reports~1{id}/get", response);
    }

    @Test
    void tellsItsHealthAsDocumented() {
        assertDocumented("/paths/~1health~1live/get", door.get("/health/live"));
        assertDocumented("/paths/~1health~1ready/get", door.get("/health/ready"));
    }

    /** What we accept is what the schema of a submission accepts, where a schema can tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"source\":\"s\",\"text\":\"t\"}",
                "{\"source\":\"s\"}",
                "{\"source\":\"s\",\"text\":5}",
                "{\"source\":\"s\",\"text\":\"t\",\"more\":1}",
                "{\"source\":\"\",\"text\":\"t\"}",
                "{\"source\":\"s\",\"text\":\"t\",\"revision\":-1}",
                "{\"source\":\"s\",\"text\":\"t\",\"revision\":7,\"attributes\":{\"a\":\"b\"},\"title\":null}",
                "{\"source\":\"s\",\"text\":\"t\",\"attributes\":{\"a\":1}}",
                "[]",
            })
    void acceptsWhatItsSchemaAccepts(String submission) {
        boolean accepted =
                door.post("/v1/reports", "application/json", submission).statusCode() == 202;

        assertThat(schema("Submission").validate(submission, InputFormat.JSON).isEmpty())
                .isEqualTo(accepted);
    }

    /** Hundreds of bodies made of the schema's own members: each answer is documented, none is accepted against the schema. */
    @Test
    void answersAsDocumentedWhateverIsMadeOfItsSchema() {
        List<String> members = List.copyOf(
                document.at("/components/schemas/Submission/properties").propertyNames());
        Object[] values = {
            "s",
            "",
            " ",
            "x".repeat(600),
            "https://example.org/a",
            "javascript:a",
            "2014-01-31",
            "2014-02-31T00:00:00Z",
            "\u0000",
            "\u202e",
            0,
            7,
            -1,
            1e30,
            true,
            List.of(),
            List.of("a"),
            Map.of(),
            Map.of("a", "b"),
            Map.of("a", 1),
            Map.of("", "b")
        };
        Random random = new Random(20_261_122);
        Schema submission = schema("Submission");
        int accepted = 0;
        for (int i = 0; i < 500; i++) {
            Map<String, Object> body = new LinkedHashMap<>(Map.of("text", "t", "source", "s"));
            for (int j = random.nextInt(4); j > 0; j--) {
                body.put(members.get(random.nextInt(members.size())), values[random.nextInt(values.length)]);
            }
            String json = new String(Json.bytes(body), UTF_8);

            HttpResponse<String> response = door.post("/v1/reports", "application/json", json);

            assertDocumented("/paths/~1v1~1reports/post", response);
            if (response.statusCode() == 202) {
                accepted++;
                assertThat(submission.validate(json, InputFormat.JSON)).as(json).isEmpty();
            }
        }
        assertThat(accepted).isBetween(100, 400);
    }

    private static void assertDocumented(String operation, HttpResponse<String> response) {
        JsonNode documented = document.at(operation + "/responses/" + response.statusCode());
        if (documented.has("$ref")) {
            documented = document.at(documented.path("$ref").asString().substring(1));
        }
        String contentType = response.headers().firstValue("content-type").orElseThrow();
        String reference = documented
                .path("content")
                .path(contentType)
                .path("schema")
                .path("$ref")
                .asString("");
        assertThat(reference).as(response.statusCode() + " " + contentType).isNotEmpty();
        assertThat(schema(reference.substring(reference.lastIndexOf('/') + 1))
                        .validate(response.body(), InputFormat.JSON))
                .isEmpty();
    }

    private static Schema schema(String name) {
        ObjectNode schema = new YAMLMapper().createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
