package io.reportstream.service;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A problem document (RFC 9457): what went wrong with a request and how to mend it, in English and Chinese.
 *
 * @param code stable, for machines; never reused
 * @param title the same for every problem of this code
 * @param detail what is wrong with this request; empty where the title says it all. Holds no text of a report
 * @param more further members, such as {@code field} or {@code line}
 */
@JsonPropertyOrder({"type", "status", "code", "title", "titleZh", "detail", "detailZh"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        int status,
        String code,
        String title,
        String titleZh,
        String detail,
        String detailZh,
        @JsonAnyGetter Map<String, Object> more) {
    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public static Problem of(int status, String code, String title, String titleZh) {
        return new Problem(status, code, title, titleZh, "", "", Map.of());
    }

    /** The problem type's URI: a name, not a page. */
    @JsonProperty
    public String type() {
        return "urn:reportstream:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Problem detail(String english, String chinese) {
        return new Problem(status, code, title, titleZh, english, chinese, more);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, code, title, titleZh, detail, detailZh, members);
    }

    public ProblemException exception() {
        return new ProblemException(this, Map.of());
    }

    /** For an overload or outage that passes: the answer carries {@code Retry-After}. */
    public ProblemException retryAfter(int seconds) {
        return new ProblemException(
                with("retryAfterSeconds", seconds), Map.of("Retry-After", Integer.toString(seconds)));
    }
}
