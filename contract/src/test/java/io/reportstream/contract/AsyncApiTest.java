package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** asyncapi.yaml is valid, and says what {@link Topic}, {@link CloudEvent} and the schemas say. */
class AsyncApiTest {
    private static String yaml;
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        yaml = text("/asyncapi.yaml");
        document = new YAMLMapper().readTree(yaml);
    }

    @Test
    void followsTheSchemaOfAsyncApi() throws IOException {
        Schema official = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(text("/asyncapi/3.0.0-without-id.json"));

        assertThat(official.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThat(official.validate(yaml.replace("action: send", "action: shout"), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        List<String> references = new ArrayList<>();
        for (JsonNode parent : document.findParents("$ref")) {
            references.add(parent.path("$ref").asString());
        }
        assertThat(references).hasSizeGreaterThan(20);
        for (String reference : references) {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue();
            } else {
                assertThat(text("/" + reference)).contains("\"$id\"");
            }
        }
    }

    @Test
    void everyTopicIsAChannel() {
        assertThat(document.path("channels").values())
                .extracting(channel -> channel.path("address").asString())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @TestFactory
    Stream<DynamicTest> aChannelIsDeclaredAsItsTopicIs() {
        return forEachTopic((topic, channel, message) -> {
            JsonNode kafka = channel.at("/bindings/kafka");
            assertThat(kafka.path("partitions").asInt()).isEqualTo(Topic.PARTITIONS);
            Map<String, String> settings = new HashMap<>();
            kafka.path("topicConfiguration").properties().forEach(setting -> {
                JsonNode value = setting.getValue();
                settings.put(setting.getKey(), (value.isArray() ? value.get(0) : value).asString());
            });
            assertThat(settings).isEqualTo(topic.config());
        });
    }

    @TestFactory
    Stream<DynamicTest> aMessageHasItsSchema() {
        return forEachTopic((topic, channel, message) -> {
            String schema = "schema/" + topic.topicName() + ".json";
            assertThat(message.at("/payload/schema/$ref").asString()).isEqualTo(schema);
            assertThat(JsonMapper.shared()
                            .readTree(text("/" + schema))
                            .path("title")
                            .asString())
                    .isEqualTo(message.path("name").asString());
        });
    }

    @TestFactory
    Stream<DynamicTest> realHeadersAreAsDeclared() {
        return forEachTopic((topic, channel, message) -> {
            JsonNode own = message.at("/headers/allOf/1/properties");
            JsonNode all = document.at("/components/schemas/EventHeaders");
            String hash = "0".repeat(40);
            String source = own.at("/ce_source/enum/0").asString();
            Map<String, String> headers = new HashMap<>();
            for (Header header : new CloudEvent(topic, hash, source, "a", Instant.EPOCH).headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            assertThat(headers)
                    .containsOnlyKeys(all.path("required").values().stream()
                            .map(JsonNode::asString)
                            .toArray(String[]::new));
            String json = JsonMapper.shared().writeValueAsString(headers);
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
            for (JsonNode schema : List.of(all, message.at("/headers/allOf/1"))) {
                assertThat(registry.getSchema(schema.toString()).validate(json, InputFormat.JSON))
                        .isEmpty();
            }
        });
    }

    private interface Check {
        void of(Topic topic, JsonNode channel, JsonNode message) throws IOException;
    }

    private static Stream<DynamicTest> forEachTopic(Check check) {
        return Arrays.stream(Topic.values())
                .map(topic -> DynamicTest.dynamicTest(topic.topicName(), () -> {
                    String name = topic.topicName().substring("reports.".length());
                    JsonNode channel = document.path("channels").path(name);
                    assertThat(channel.path("messages").size()).isEqualTo(1);
                    String reference = channel.path("messages")
                            .values()
                            .iterator()
                            .next()
                            .path("$ref")
                            .asString();
                    check.of(topic, channel, document.at(reference.substring(1)));
                }));
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
