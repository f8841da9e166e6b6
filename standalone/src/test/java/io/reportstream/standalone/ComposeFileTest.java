package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.reportstream.contract.Json;
import io.reportstream.contract.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml, its aliases resolved, beside the schema of the Compose Specification and our own rules. */
class ComposeFileTest {
    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        file = Json.MAPPER.valueToTree(
                new Yaml(options).<Object>load(Files.readString(Path.of("..", "docker-compose.yml"))));
    }

    @Test
    void followsTheComposeSpecification() throws IOException {
        Schema specification = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(Path.of("src/test/resources/compose/compose-spec.json")));

        assertThat(specification.validate(file.toString(), InputFormat.JSON)).isEmpty();
        assertThat(specification.validate(file.toString().replace("shm_size", "shm_sizes"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void publishesTheIntakeAndPrometheusOnLoopbackAlone() {
        List<String> ports = new ArrayList<>();
        file.path("services").forEach(service -> service.path("ports").forEach(port -> ports.add(port.asText())));

        assertThat(ports)
                .containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:8080:8080", "127.0.0.1:9090:9090");
    }

    @Test
    void ourServicesCanDoNoMoreThanTheyNeed() {
        List<JsonNode> ours = new ArrayList<>();
        file.path("services").forEach(service -> {
            if (service.path("image").asText().equals("reportstream")) {
                ours.add(service);
            } else {
                assertThat(service.path("image").asText()).as("a fixed version").contains(":");
            }
        });
        assertThat(ours).hasSize(10).allSatisfy(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
        });
    }

    @Test
    void brokersTakeTheLargestRecord() {
        for (String broker : List.of("kafka", "kafka-1", "kafka-2", "kafka-3")) {
            JsonNode settings = file.path("services").path(broker).path("environment");
            assertThat(settings.path("KAFKA_MESSAGE_MAX_BYTES").asInt()).isEqualTo(Topic.MAX_RECORD_BYTES);
            assertThat(settings.path("KAFKA_REPLICA_FETCH_MAX_BYTES").asInt()).isEqualTo(Topic.MAX_RECORD_BYTES);
        }
    }
}
