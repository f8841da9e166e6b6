package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaComparisonTest {
    private static final String RELEASED = """
            {"$id": "urn:x:1", "type": "object", "description": "as it was",
             "properties": {
               "schemaVersion": {"const": 1},
               "title": {"type": ["string", "null"]},
               "text": {"type": "string", "maxLength": 200},
               "at": {"type": "string", "format": "date-time"},
               "counts": {"type": "object", "propertyNames": {"enum": ["A", "B"]}, "additionalProperties": {"type": "integer"}},
               "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}},
             "required": ["schemaVersion", "text", "parts"],
             "$defs": {"part": {"type": "object",
               "properties": {"label": {"enum": ["PLAN", "OTHER"]}, "start": {"type": "integer", "minimum": 0}},
               "required": ["label", "start"]}}}
            """;

    /** What is replaced, by what, and what is then said. */
    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("\"title\": {\"type\": [\"string\", \"null\"]},", "", "/title: the field is gone"),
                arguments("\"title\": {", "\"heading\": {", "/title: the field is gone"),
                arguments(
                        "\"text\": {\"type\": \"string\"",
                        "\"text\": {\"type\": \"integer\"",
                        "/text: the type was [string] and is [integer]"),
                arguments(
                        "\"text\": {\"type\": \"string\"",
                        "\"text\": {\"type\": [\"string\", \"null\"]",
                        "/text: the type was [string] and is [string, null]"),
                arguments(
                        "[\"string\", \"null\"]", "\"string\"", "/title: the type was [string, null] and is [string]"),
                arguments("\"text\", \"parts\"]", "\"parts\"]", "/text: is no longer required"),
                arguments("\"text\", \"parts\"]", "\"text\", \"parts\", \"title\"]", "/title: has become required"),
                arguments(
                        "\"at\": {\"type\": \"string\", \"format\": \"date-time\"}",
                        "\"at\": {\"type\": \"string\", \"format\": \"date\"}",
                        "/at: format was \"date-time\" and is \"date\""),
                arguments("\"maxLength\": 200", "\"maxLength\": 100", "/text: maxLength was 200 and is 100"),
                arguments(", \"maxLength\": 200", "", "/text: maxLength was 200 and is not there"),
                arguments("\"const\": 1", "\"const\": 2", "/schemaVersion: const was 1 and is 2"),
                arguments("urn:x:1", "urn:x:2", ": $id was \"urn:x:1\" and is \"urn:x:2\""),
                arguments("\"PLAN\", \"OTHER\"", "\"OTHER\"", "/parts/items/label: the constant PLAN is gone"),
                arguments(
                        "{\"enum\": [\"PLAN\", \"OTHER\"]}",
                        "{}",
                        "/parts/items/label: enum was [\"PLAN\",\"OTHER\"] and is not there"),
                arguments("\"A\", \"B\"", "\"A\"", "/counts/propertyNames: the constant B is gone"),
                arguments(
                        "\"additionalProperties\": {\"type\": \"integer\"}",
                        "\"additionalProperties\": {\"type\": \"number\"}",
                        "/counts/additionalProperties: the type was [integer] and is [number]"),
                arguments(
                        "\"additionalProperties\": {\"type\": \"integer\"}",
                        "\"additionalProperties\": false",
                        "/counts/additionalProperties: schema was {\"type\":\"integer\"} and is false"),
                arguments("\"minimum\": 0", "\"minimum\": 1", "/parts/items/start: minimum was 0 and is 1"),
                arguments(
                        "\"required\": [\"label\", \"start\"]",
                        "\"required\": [\"label\"]",
                        "/parts/items/start: is no longer required"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsBroken(String was, String is, String said) throws JsonProcessingException {
        assertThat(RELEASED).contains(was);

        assertThat(breaks(RELEASED.replace(was, is))).contains(said);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void letsBeWhatBreaksNothing(String was, String is) throws JsonProcessingException {
        assertThat(RELEASED).contains(was);

        assertThat(breaks(RELEASED.replace(was, is))).isEmpty();
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                arguments("as it was", "said better"),
                arguments("\"title\": {", "\"more\": {\"type\": \"integer\"}, \"title\": {"),
                arguments("\"PLAN\", \"OTHER\"", "\"OTHER\", \"NEW\", \"PLAN\""),
                arguments("[\"string\", \"null\"]", "[\"null\", \"string\"]"),
                arguments("\"A\", \"B\"", "\"A\", \"B\", \"C\""),
                arguments("\"schemaVersion\", \"text\"", "\"text\", \"schemaVersion\""));
    }

    @Test
    void aNewFieldCannotBeRequired() throws JsonProcessingException {
        String newer = RELEASED.replace("\"title\": {", "\"more\": {}, \"title\": {")
                .replace("\"text\", \"parts\"]", "\"text\", \"parts\", \"more\"]");

        assertThat(breaks(newer)).singleElement().asString().startsWith("/more: a new field cannot be required");
    }

    @Test
    void aDefinitionMayBeWrittenOutInItsPlace() throws JsonProcessingException {
        ObjectNode newer = (ObjectNode) Json.MAPPER.readTree(RELEASED);
        ObjectNode parts = (ObjectNode) newer.at("/properties/parts");
        parts.set("items", newer.at("/$defs/part").deepCopy());
        newer.remove("$defs");

        assertThat(SchemaComparison.breaks(Json.MAPPER.readTree(RELEASED), newer))
                .isEmpty();
        ((ObjectNode) parts.at("/items/properties")).remove("start");
        assertThat(SchemaComparison.breaks(Json.MAPPER.readTree(RELEASED), newer))
                .contains("/parts/items/start: the field is gone");
    }

    private static List<String> breaks(String newer) throws JsonProcessingException {
        JsonNode older = Json.MAPPER.readTree(RELEASED);
        return SchemaComparison.breaks(older, Json.MAPPER.readTree(newer));
    }
}
