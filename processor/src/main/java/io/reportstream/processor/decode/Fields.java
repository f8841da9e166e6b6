package io.reportstream.processor.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object by their types. A wrong one is thrown with its name, never with its value. */
final class Fields {
    private final JsonNode object;

    Fields(JsonNode object) {
        if (!object.isObject()) {
            throw new WrongField("", "the value is not an object");
        }
        this.object = object;
    }

    long integer(String name) {
        JsonNode field = required(name);
        if (!field.isIntegralNumber() || !field.canConvertToLong()) {
            throw new WrongField(name, "is not a whole number of 64 bits");
        }
        return field.longValue();
    }

    String text(String name) {
        JsonNode field = required(name);
        if (!field.isTextual()) {
            throw new WrongField(name, "is not a string");
        }
        return field.textValue();
    }

    /** @param rule what a right value is, in the words of an error: "is not …" */
    String text(String name, Predicate<String> right, String rule) {
        String text = text(name);
        if (!right.test(text)) {
            throw new WrongField(name, "is not " + rule);
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        return object.hasNonNull(name) ? text(name) : null;
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new WrongField(name, "is not a time such as 2026-01-31T08:00:00Z");
        }
    }

    @Nullable
    Instant optionalInstant(String name) {
        return object.hasNonNull(name) ? instant(name) : null;
    }

    Map<String, String> optionalTexts(String name) {
        if (!object.hasNonNull(name)) {
            return Map.of();
        }
        JsonNode field = object.get(name);
        if (!field.isObject()) {
            throw new WrongField(name, "is not an object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        field.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw new WrongField(name, "has a value that is not a string");
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        });
        return texts;
    }

    private JsonNode required(String name) {
        JsonNode field = object.get(name);
        if (field == null || field.isNull()) {
            throw new WrongField(name, "is missing");
        }
        return field;
    }

    /** Ends decoding; caught by {@link RawReportDecoder}. */
    static final class WrongField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongField(String name, String fault) {
            super(name.isEmpty() ? fault : name + " " + fault, null, false, false);
        }
    }
}
