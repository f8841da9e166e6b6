package io.reportstream.producer.submission;

import io.reportstream.contract.ReportId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a submission may hold. Lengths are in UTF-16 code units. */
public final class SubmissionRules {
    /** Id and source of the report by which the service watches itself; nobody else may submit under either. */
    public static final String CANARY = "reportstream-canary";

    static final int MAX_SOURCE = 100;
    static final int MAX_TITLE = 500;
    static final int MAX_URL = 2_000;
    static final int MAX_ATTRIBUTES = 50;
    static final int MAX_ATTRIBUTE_NAME = 100;
    static final int MAX_ATTRIBUTE_VALUE = 2_000;

    private SubmissionRules() {}

    static void check(
            @Nullable String id,
            String source,
            @Nullable String title,
            String text,
            @Nullable String url,
            Map<String, String> attributes,
            @Nullable Long revision) {
        if (id != null && !ReportId.isValid(id)) {
            throw Refusal.wrongShape(
                    "id",
                    "must have 1 to " + ReportId.MAX_LENGTH + " characters, none of them a control character, and no "
                            + "white space at its ends",
                    "长度必须在 1 到 " + ReportId.MAX_LENGTH + " 个字符之间，不能包含控制字符，首尾不能有空白字符");
        }
        name("source", source, MAX_SOURCE);
        notReserved("id", id);
        notReserved("source", source);
        if (title != null) {
            length("title", title, 0, MAX_TITLE);
            wellFormed("title", title);
        }
        if (url != null) {
            url(url);
        }
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw Refusal.wrongShape(
                    "attributes", "at most " + MAX_ATTRIBUTES + " are allowed", "最多允许 " + MAX_ATTRIBUTES + " 个");
        }
        attributes.forEach((key, value) -> {
            name("attributes", key, MAX_ATTRIBUTE_NAME);
            length("attributes", value, 0, MAX_ATTRIBUTE_VALUE);
            wellFormed("attributes", value);
        });
        if (revision != null && revision < 0) {
            throw Refusal.wrongShape("revision", "must be 0 or more", "必须大于或等于 0");
        }
        if (text.chars().allMatch(SubmissionRules::blank)) {
            throw Refusal.NO_TEXT
                    .problem("text: must hold more than white space", "text：不能只含空白字符")
                    .with("field", "text")
                    .exception();
        }
    }

    private static void notReserved(String field, @Nullable String value) {
        if (CANARY.equals(value)) {
            throw Refusal.wrongShape(field, "is kept for the service itself", "由本服务自用，不能使用");
        }
    }

    /** For keys and what people search by: nothing invisible in it. */
    private static void name(String field, String value, int max) {
        length(field, value, 1, max);
        wellFormed(field, value);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.wrongShape(field, "must not hold control characters", "不能包含控制字符");
        }
        if (blank(value.charAt(0)) || blank(value.charAt(value.length() - 1))) {
            throw Refusal.wrongShape(field, "must not begin or end with white space", "首尾不能有空白字符");
        }
    }

    private static void length(String field, String value, int min, int max) {
        if (value.length() < min || value.length() > max) {
            throw Refusal.wrongShape(
                    field, "must have " + min + " to " + max + " characters", "长度必须在 " + min + " 到 " + max + " 个字符之间");
        }
    }

    private static void wellFormed(String field, String value) {
        if (value.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw Refusal.wrongShape(field, "must not hold NUL or half a surrogate pair", "不能包含 NUL 或不成对的代理码元");
        }
    }

    private static void url(String value) {
        length("url", value, 1, MAX_URL);
        wellFormed("url", value);
        try {
            String scheme = new URI(value).getScheme();
            if ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw Refusal.wrongShape("url", "must be an http or https address", "必须是 http 或 https 地址");
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\uFEFF';
    }
}
