package io.reportstream.producer.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.reportstream.contract.Json;
import io.reportstream.service.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission in JSON token by token, so that a mistake is told with its place. Unknown and repeated fields are
 * refused: they are typing errors, and {@code attributes} is there for anything else.
 */
public final class SubmissionJson {
    private static final JsonFactory FACTORY = Json.MAPPER
            .getFactory()
            .rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String title;
    private @Nullable String text;
    private @Nullable String url;
    private @Nullable Instant publishedAt;
    private @Nullable Long revision;
    private Map<String, String> attributes = Map.of();

    private SubmissionJson() {}

    /**
     * Reads one submission.
     *
     * @param defaultSource used where the JSON names none; null to require it
     * @throws io.reportstream.service.ProblemException if it is not JSON, or not a submission
     */
    public static Submission read(String json, @Nullable String defaultSource) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return new SubmissionJson().submission(parser, defaultSource);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Submission submission(JsonParser parser, @Nullable String defaultSource) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Refusal.NOT_JSON.problem("the body is empty", "请求正文为空").exception();
        }
        if (first != JsonToken.START_OBJECT) {
            throw Refusal.WRONG_SHAPE
                    .problem("a report is a JSON object", "报告必须是一个 JSON 对象")
                    .exception();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            read(field, parser);
        }
        if (parser.nextToken() != null) {
            throw at(
                    Refusal.NOT_JSON.problem("there is more after the JSON object", "JSON 对象之后还有多余内容"),
                    parser.currentTokenLocation());
        }
        return new Submission(
                id,
                required("source", source == null ? defaultSource : source),
                title,
                required("text", text),
                url,
                publishedAt,
                attributes,
                revision);
    }

    private void read(String field, JsonParser parser) throws IOException {
        boolean nothing = parser.currentToken() == JsonToken.VALUE_NULL;
        switch (field) {
            case "id" -> id = nothing ? null : string(field, parser);
            case "source" -> source = nothing ? null : string(field, parser);
            case "title" -> title = nothing ? null : string(field, parser);
            case "text" -> text = nothing ? null : string(field, parser);
            case "url" -> url = nothing ? null : string(field, parser);
            case "publishedAt" -> publishedAt = nothing ? null : PublishedAt.parse(string(field, parser));
            case "revision" -> revision = nothing ? null : integer(field, parser);
            case "attributes" -> attributes = nothing ? Map.of() : attributes(parser);
            default -> throw unknown(field, parser);
        }
    }

    private static RuntimeException unknown(String field, JsonParser parser) {
        String name = field.length() <= 40 && field.chars().allMatch(c -> c > ' ' && c < 127) ? field : "?";
        return at(
                Refusal.WRONG_SHAPE
                        .problem(
                                name
                                        + ": is not known; known are id, source, title, text, publishedAt, url, attributes, revision",
                                name + "：未知字段；可用字段：id、source、title、text、publishedAt、url、attributes、revision")
                        .with("field", name),
                parser.currentTokenLocation());
    }

    private static Map<String, String> attributes(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Refusal.wrongShape("attributes", "must be an object of strings", "必须是值为字符串的对象");
        }
        Map<String, String> read = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            read.put(name, string("attributes", parser));
        }
        return read;
    }

    private static String string(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw Refusal.wrongShape(field, "must be a string", "必须是字符串");
        }
        return parser.getText();
    }

    private static long integer(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw Refusal.wrongShape(field, "must be a whole number below 2^63", "必须是小于 2^63 的整数");
        }
        return parser.getLongValue();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw Refusal.wrongShape(field, "is required", "必须提供");
        }
        return value;
    }

    private static RuntimeException notJson(JsonProcessingException e) {
        String detail = "there is a mistake in the JSON";
        String detailZh = "JSON 语法有误";
        if (e instanceof JsonEOFException) {
            detail = "the JSON ends too early";
            detailZh = "JSON 不完整，提前结束";
        } else if (e instanceof StreamConstraintsException) {
            detail = "the JSON is nested too deeply, or a name or number in it is too long";
            detailZh = "JSON 嵌套过深，或其中的名称、数字过长";
        }
        return at(Refusal.NOT_JSON.problem(detail, detailZh), e.getLocation());
    }

    private static RuntimeException at(Problem problem, @Nullable JsonLocation location) {
        if (location == null) {
            return problem.exception();
        }
        int line = location.getLineNr();
        int column = location.getColumnNr();
        return problem.detail(
                        problem.detail() + " (line " + line + ", column " + column + ")",
                        problem.detailZh() + "（第 " + line + " 行第 " + column + " 列）")
                .with("line", line)
                .with("column", column)
                .with("position", location.getCharOffset())
                .exception();
    }
}
