package io.reportstream.processor.decode;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.reportstream.contract.Json;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to a JSON tree: one value in UTF-8, no name twice, within the limits of {@link Json}. */
final class JsonText {
    private static final ObjectReader READER =
            Json.MAPPER.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private JsonText() {}

    static Outcome<JsonNode> parse(byte @Nullable [] value) {
        if (value == null) {
            return notJson("empty", "the record has no value", null);
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        CharBuffer text = CharBuffer.allocate(value.length);
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = utf8.decode(bytes, text, true);
        if (result.isError()) {
            return notJson("utf-8", "byte " + bytes.position() + " is not UTF-8", text.position());
        }
        try {
            JsonNode tree = READER.readTree(READER.createParser(text.array(), 0, text.position()));
            return tree == null || tree.isMissingNode()
                    ? notJson("empty", "the value is empty", null)
                    : Outcome.accepted(tree);
        } catch (StreamConstraintsException e) {
            return limit(e);
        } catch (JsonProcessingException e) {
            return malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome<JsonNode> limit(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String detail;
        if (message.contains("nesting depth")) {
            detail = "nested deeper than " + Json.MAX_DEPTH + " levels";
        } else if (message.contains("Number")) {
            detail = "a number is longer than 100 digits";
        } else {
            detail = "a name or a string is too long";
        }
        return new Outcome.Rejected<>(
                new Rejection(Reason.WRONG_SHAPE, Stage.DECODE, detail, detail + at(e), position(e)));
    }

    /** Jackson's messages quote the input, so only their kind and place are used. */
    private static Outcome<JsonNode> malformed(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return new Outcome.Rejected<>(new Rejection(
                    Reason.WRONG_SHAPE, Stage.DECODE, "duplicate", "a field is there twice" + at(e), position(e)));
        }
        if (message.startsWith("Trailing token")) {
            return notJson("trailing", "more follows after the value" + at(e), position(e));
        }
        return notJson("syntax", "no JSON" + at(e), position(e));
    }

    private static Outcome<JsonNode> notJson(String cause, String detail, @Nullable Integer position) {
        return new Outcome.Rejected<>(new Rejection(Reason.NOT_JSON, Stage.DECODE, cause, detail, position));
    }

    private static String at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static @Nullable Integer position(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null || location.getCharOffset() < 0 ? null : (int) location.getCharOffset();
    }
}
