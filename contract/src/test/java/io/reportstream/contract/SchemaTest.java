package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The schemas and the records say the same; that real messages are valid is shown where they are made. */
class SchemaTest {
    private static final Map<Topic, Class<? extends Record>> VALUES = Map.of(
            Topic.RAW, RawReport.class,
            Topic.PROCESSED, ProcessedReport.class,
            Topic.SECTIONS, SectionRow.class,
            Topic.METRICS, MetricRow.class,
            Topic.REJECTED, RejectedReport.class,
            Topic.STATS, StatsRow.class);

    @TestFactory
    Stream<DynamicTest> everyTopicsSchemaNamesTheFieldsOfItsRecord() {
        return Arrays.stream(Topic.values())
                .map(topic -> DynamicTest.dynamicTest(topic.topicName(), () -> {
                    JsonNode schema = schema(topic);
                    assertThat(names(schema)).containsExactlyInAnyOrderElementsOf(fields(VALUES.get(topic)));
                    for (Map.Entry<String, JsonNode> def : schema.path("$defs").properties()) {
                        assertThat(names(def.getValue()))
                                .containsExactlyInAnyOrderElementsOf(fields(part(def.getKey())));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> enumsAreComplete() {
        return Stream.of(
                enums(Topic.REJECTED, "/properties/reason/enum", Reason.values()),
                enums(Topic.REJECTED, "/properties/stage/enum", Stage.values()),
                enums(Topic.STATS, "/properties/rejected/propertyNames/enum", Reason.values()),
                enums(Topic.STATS, "/properties/sections/propertyNames/enum", Label.values()),
                enums(Topic.SECTIONS, "/properties/label/enum", Label.values()),
                enums(Topic.SECTIONS, "/properties/genre/enum", Genre.values()),
                enums(Topic.METRICS, "/properties/label/enum", Label.values()),
                enums(Topic.METRICS, "/properties/type/enum", MetricType.values()),
                enums(Topic.METRICS, "/properties/status/enum", MetricStatus.values()),
                enums(Topic.METRICS, "/properties/qualifier/enum", Qualifier.values()),
                enums(Topic.PROCESSED, "/$defs/document/properties/genre/enum", Genre.values()),
                enums(Topic.PROCESSED, "/$defs/section/properties/label/enum", Label.values()),
                enums(Topic.PROCESSED, "/$defs/metric/properties/type/enum", MetricType.values()),
                enums(Topic.PROCESSED, "/$defs/metric/properties/status/enum", MetricStatus.values()),
                enums(Topic.PROCESSED, "/$defs/metric/properties/qualifier/enum", Qualifier.values()),
                enums(Topic.PROCESSED, "/$defs/boilerplate/properties/kind/enum", Boilerplate.Kind.values()),
                enums(Topic.PROCESSED, "/$defs/warning/properties/code/enum", Warning.Code.values()));
    }

    private static DynamicTest enums(Topic topic, String pointer, Enum<?>[] values) {
        return DynamicTest.dynamicTest(topic.topicName() + " " + pointer, () -> {
            List<String> names = Arrays.stream(values).map(Enum::name).toList();
            assertThat(schema(topic).at(pointer))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(names);
        });
    }

    private static Class<?> part(String name) {
        return switch (name) {
            case "analysis" -> Analysis.class;
            case "document" -> Document.class;
            case "section" -> Section.class;
            case "metric" -> Metric.class;
            case "boilerplate" -> Boilerplate.class;
            case "warning" -> Warning.class;
            default -> throw new AssertionError("no record for the definition " + name);
        };
    }

    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static JsonNode schema(Topic topic) throws IOException {
        try (InputStream file = Topic.class.getResourceAsStream("/schema/" + topic.topicName() + ".json")) {
            assertThat(file).as("schema of " + topic).isNotNull();
            return Json.MAPPER.readTree(file);
        }
    }
}
