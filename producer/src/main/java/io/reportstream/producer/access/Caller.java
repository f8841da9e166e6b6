package io.reportstream.producer.access;

import io.reportstream.producer.submission.Refusal;
import io.reportstream.producer.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param source the only one that it may submit for, and the one of submissions that name none; null for any
 */
public record Caller(@Nullable String source) {
    static final Caller ANYBODY = new Caller(null);

    /**
     * {@code submission}, if the caller may submit it.
     *
     * @throws io.reportstream.service.ProblemException if it is of another source
     */
    public Submission permit(Submission submission) {
        permit(submission.source());
        return submission;
    }

    /**
     * The source that a request is about: the caller's own where it names none, null for any.
     *
     * @throws io.reportstream.service.ProblemException if it is another than the caller's
     */
    public @Nullable String permit(@Nullable String asked) {
        if (source == null) {
            return asked;
        }
        if (asked == null || source.equals(asked)) {
            return source;
        }
        throw Refusal.FORBIDDEN_SOURCE
                .problem("source: leave it out, or name the one that the key belongs to", "source：请省略，或填写密钥所属的来源")
                .with("field", "source")
                .exception();
    }
}
