package io.reportstream.processor;

import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.processor.analyze.Analyzer;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a report; never its text.
 *
 * @param revision the highest processed
 * @param contentHash of all that the submitter sent and of the analyser's version
 */
record Standing(long revision, String source, String contentHash) {
    static Standing of(RawReport report) {
        Content content = new Content(
                Analyzer.VERSION,
                report.source(),
                report.title(),
                report.text(),
                report.url(),
                String.valueOf(report.publishedAt()),
                new TreeMap<>(report.attributes()));
        return new Standing(report.revision(), report.source(), Hash.of(Json.bytes(content)));
    }

    boolean sameContent(Standing other) {
        return contentHash.equals(other.contentHash);
    }

    Standing atLeast(long otherRevision) {
        return new Standing(Math.max(revision, otherRevision), source, contentHash);
    }

    private record Content(
            String analyzer,
            String source,
            @Nullable String title,
            String text,
            @Nullable String url,
            String publishedAt,
            TreeMap<String, String> attributes) {}
}
