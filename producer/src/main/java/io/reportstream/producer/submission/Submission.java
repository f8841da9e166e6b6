package io.reportstream.producer.submission;

import io.reportstream.contract.RawReport;
import io.reportstream.contract.ReportId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One report as it was submitted; checked, so that everything after it can rely on its form. Creating one whose values are
 * not allowed throws a {@link io.reportstream.service.ProblemException}.
 *
 * @param text after character decoding, otherwise untouched: HTML stays HTML, since offsets refer to it
 * @param revision the submitter's own; null to order by acceptance
 */
public record Submission(
        @Nullable String id,
        String source,
        @Nullable String title,
        String text,
        @Nullable String url,
        @Nullable Instant publishedAt,
        Map<String, String> attributes,
        @Nullable Long revision) {
    public Submission {
        attributes = Map.copyOf(attributes);
        SubmissionRules.check(id, source, title, text, url, attributes, revision);
    }

    /** The report as accepted now. */
    public RawReport accept(Revisions revisions) {
        Instant now = Instant.now();
        return new RawReport(
                RawReport.SCHEMA_VERSION,
                reportId(),
                revision == null ? revisions.next(now) : revision,
                source,
                title,
                text,
                url,
                publishedAt,
                attributes,
                now);
    }

    /** The submitter's own id, or else one that is the same for the same source and text. */
    public String reportId() {
        return id == null ? ReportId.derive(source, text) : id;
    }

    public Submission withId(String newId) {
        return new Submission(newId, source, title, text, url, publishedAt, attributes, revision);
    }
}
