package io.reportstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema takes from those who rely on an older one: readers of new records, and readers of the old records that are
 * still in the topic. Optional fields and constants of an enumeration may be added. Everything else has to stay, so a
 * keyword that is not known here is safe too: its value must not change.
 */
final class SchemaComparison {
    private static final Set<String> FOR_PEOPLE = Set.of("$defs", "$comment", "title", "description", "examples");

    private final JsonNode older;
    private final JsonNode newer;
    private final Set<String> definitionsSeen = new HashSet<>();
    private final List<String> breaks = new ArrayList<>();

    private SchemaComparison(JsonNode older, JsonNode newer) {
        this.older = older;
        this.newer = newer;
    }

    /** One sentence for each broken promise, beginning with the path of the field; empty where all are kept. */
    static List<String> breaks(JsonNode older, JsonNode newer) {
        SchemaComparison comparison = new SchemaComparison(older, newer);
        comparison.schema("", older, newer);
        return comparison.breaks;
    }

    private void schema(String path, JsonNode before, JsonNode after) {
        String definitions =
                before.path("$ref").asText() + " " + after.path("$ref").asText();
        if (!definitions.isBlank() && !definitionsSeen.add(definitions)) {
            return;
        }
        JsonNode old = resolved(older, before);
        JsonNode now = resolved(newer, after);
        Set<String> keywords = new LinkedHashSet<>(names(old));
        keywords.addAll(names(now));
        keywords.removeAll(FOR_PEOPLE);
        for (String keyword : keywords) {
            JsonNode from = old.path(keyword);
            JsonNode to = now.path(keyword);
            switch (keyword) {
                case "properties" -> fields(path, from, to, now.path("required"));
                case "required" -> required(path, values(from), values(to), names(old.path("properties")));
                case "type" -> type(path, values(from), values(to));
                case "enum" -> constants(path, from, to);
                case "items", "additionalProperties", "propertyNames" -> part(path + "/" + keyword, from, to);
                default -> same(path, keyword, from, to);
            }
        }
    }

    private void fields(String path, JsonNode from, JsonNode to, JsonNode required) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            JsonNode now = to.path(field.getKey());
            if (now.isMissingNode()) {
                breaks.add(path + "/" + field.getKey() + ": the field is gone");
            } else {
                schema(path + "/" + field.getKey(), field.getValue(), now);
            }
        }
        Set<String> added = names(to);
        added.removeAll(names(from));
        added.retainAll(values(required));
        added.forEach(name ->
                breaks.add(path + "/" + name + ": a new field cannot be required, older records are without it"));
    }

    private void required(String path, Set<String> from, Set<String> to, Set<String> oldFields) {
        for (String field : oldFields) {
            if (from.contains(field) && !to.contains(field)) {
                breaks.add(path + "/" + field + ": is no longer required");
            } else if (!from.contains(field) && to.contains(field)) {
                breaks.add(path + "/" + field + ": has become required");
            }
        }
    }

    private void type(String path, Set<String> from, Set<String> to) {
        if (!from.equals(to)) {
            breaks.add(path + ": the type was " + from + " and is " + to);
        }
    }

    private void constants(String path, JsonNode from, JsonNode to) {
        if (from.isMissingNode() || to.isMissingNode()) {
            same(path, "enum", from, to);
            return;
        }
        Set<String> gone = values(from);
        gone.removeAll(values(to));
        gone.forEach(constant -> breaks.add(path + ": the constant " + constant + " is gone"));
    }

    private void part(String path, JsonNode from, JsonNode to) {
        if (from.isObject() && to.isObject()) {
            schema(path, from, to);
        } else {
            same(path, "schema", from, to);
        }
    }

    private void same(String path, String keyword, JsonNode from, JsonNode to) {
        if (!from.equals(to)) {
            breaks.add(path + ": " + keyword + " was " + shown(from) + " and is " + shown(to));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "not there" : value.toString();
    }

    /** With what {@code $ref} points to in place of it. */
    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        JsonNode target = root.at(schema.path("$ref").asText().substring(1));
        if (!target.isObject()) {
            throw new IllegalArgumentException("no such definition: " + schema);
        }
        ObjectNode merged = target.deepCopy();
        merged.setAll((ObjectNode) schema);
        merged.remove("$ref");
        return merged;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.properties().forEach(entry -> names.add(entry.getKey()));
        return names;
    }

    /** The texts of an array, or the one text that stands for it. */
    private static Set<String> values(JsonNode texts) {
        Set<String> values = new LinkedHashSet<>();
        if (texts.isTextual()) {
            values.add(texts.asText());
        }
        texts.elements().forEachRemaining(text -> values.add(text.asText()));
        return values;
    }
}
