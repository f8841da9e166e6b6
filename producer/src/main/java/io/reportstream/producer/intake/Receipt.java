package io.reportstream.producer.intake;

import io.reportstream.contract.RawReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a submitter gets for a report that is safe.
 *
 * @param statusUrl relative to the server; tells what became of this submission
 */
record Receipt(String id, long revision, String statusUrl, Instant receivedAt) {
    static Receipt of(RawReport report) {
        String statusUrl = "/v1/reports/" + escape(report.id()) + "?revision=" + report.revision() + "&source="
                + escape(report.source());
        return new Receipt(report.id(), report.revision(), statusUrl, report.receivedAt());
    }

    /** URLEncoder writes forms, where a space is a plus sign; in a path it is %20. */
    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
