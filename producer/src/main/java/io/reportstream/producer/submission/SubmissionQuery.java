package io.reportstream.producer.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A submission whose text is the body and whose other fields are query parameters. */
public final class SubmissionQuery {
    private static final Set<String> KNOWN = Set.of("id", "source", "title", "url", "publishedAt", "revision");

    private SubmissionQuery() {}

    /**
     * Puts the parameters and the text together.
     *
     * @param defaultSource used where the query names none; null to require it
     * @throws io.reportstream.service.ProblemException if a parameter is missing, unknown, repeated or not allowed
     */
    public static Submission read(Map<String, List<String>> query, String text, @Nullable String defaultSource) {
        query.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                throw Refusal.WRONG_SHAPE
                        .problem(
                                "a query parameter is not known; known are id, source, title, url, publishedAt, revision",
                                "含有未知的查询参数；可用参数：id、source、title、url、publishedAt、revision")
                        .exception();
            }
            if (values.size() > 1) {
                throw Refusal.wrongShape(name, "must be given once", "只能给出一次");
            }
        });
        String source = one(query, "source");
        String publishedAt = one(query, "publishedAt");
        if (source == null && defaultSource == null) {
            throw Refusal.wrongShape("source", "is required, as query parameter ?source=NAME", "必须提供，用查询参数 ?source=名称");
        }
        return new Submission(
                one(query, "id"),
                source == null ? defaultSource : source,
                one(query, "title"),
                text,
                one(query, "url"),
                publishedAt == null ? null : PublishedAt.parse(publishedAt),
                Map.of(),
                revision(query));
    }

    /** The query parameter {@code revision}, if given. */
    public static @Nullable Long revision(Map<String, List<String>> query) {
        String revision = one(query, "revision");
        if (revision == null) {
            return null;
        }
        try {
            return Long.valueOf(revision);
        } catch (NumberFormatException e) {
            throw Refusal.wrongShape("revision", "must be a whole number below 2^63", "必须是小于 2^63 的整数");
        }
    }

    /** The query parameter {@code source}, if given. */
    public static @Nullable String source(Map<String, List<String>> query) {
        return one(query, "source");
    }

    private static @Nullable String one(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
