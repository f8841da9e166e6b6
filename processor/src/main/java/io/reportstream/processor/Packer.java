package io.reportstream.processor;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import io.reportstream.contract.Json;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a report's messages and checks their sizes. Under exactly-once a message that the broker refuses cannot be
 * skipped: the task would fail on it for ever.
 */
final class Packer {
    static final int MAX_VALUE_BYTES = Topic.MAX_RECORD_BYTES - Topic.ENVELOPE_BYTES;

    /** All flat rows of one report together; bounds what one report can hold in memory. */
    static final long MAX_ROWS_BYTES = 2L * Topic.MAX_RECORD_BYTES;

    private Packer() {}

    static Outcome<Reading<Packed>> pack(Reading<Analysis> reading, Instant now) {
        Analysis analysis = reading.value();
        byte[] processed = Json.bytes(processed(reading, now));
        if (processed.length > MAX_VALUE_BYTES) {
            return tooLarge("the processed report", processed.length, MAX_VALUE_BYTES);
        }
        List<byte[]> sections = new ArrayList<>();
        List<byte[]> metrics = new ArrayList<>();
        if (!reading.repeat()) {
            FlatRows rows = new FlatRows(reading.report());
            long total = 0;
            for (int d = 0; d < analysis.documents().size(); d++) {
                Document document = analysis.documents().get(d);
                for (int s = 0; s < document.sections().size(); s++) {
                    total += add(sections, Json.bytes(rows.section(d, document, s)));
                }
                for (int m = 0; m < document.metrics().size() && total <= MAX_ROWS_BYTES; m++) {
                    total += add(metrics, Json.bytes(rows.metric(d, document, m)));
                }
                if (total > MAX_ROWS_BYTES) {
                    return tooLarge("the rows of the report together", total, MAX_ROWS_BYTES);
                }
            }
            for (byte[] row : sections) {
                if (row.length > MAX_VALUE_BYTES) {
                    return tooLarge("a row of the report", row.length, MAX_VALUE_BYTES);
                }
            }
        }
        return reading.next(ignored -> Outcome.accepted(new Packed(analysis, now, processed, sections, metrics)));
    }

    private static ProcessedReport processed(Reading<Analysis> reading, Instant now) {
        RawReport report = reading.report();
        return new ProcessedReport(
                ProcessedReport.SCHEMA_VERSION,
                report.id(),
                reading.standing().revision(),
                report.source(),
                report.title(),
                report.text(),
                report.url(),
                report.publishedAt(),
                report.attributes(),
                report.receivedAt(),
                now,
                reading.value());
    }

    private static long add(List<byte[]> rows, byte[] row) {
        rows.add(row);
        return row.length;
    }

    private static Outcome<Reading<Packed>> tooLarge(String what, long bytes, long limit) {
        return Outcome.rejected(
                Reason.RESULT_TOO_LARGE, what + " would take " + bytes + " bytes; the limit is " + limit);
    }
}
