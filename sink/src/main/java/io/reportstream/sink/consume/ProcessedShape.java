package io.reportstream.sink.consume;

import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Section;
import org.jspecify.annotations.Nullable;

/** What a processed report must fulfil to become rows, beyond what its types say. */
final class ProcessedShape {
    private ProcessedShape() {}

    /**
     * Checks that nothing needed is missing and that spans and references point into the report.
     *
     * @throws WrongShapeException if not
     */
    static void check(ProcessedReport report, @Nullable String key) {
        WrongShapeException.requireAll(
                "id", report.id(),
                "source", report.source(),
                "text", report.text(),
                "receivedAt", report.receivedAt(),
                "processedAt", report.processedAt(),
                "analysis", report.analysis());
        WrongShapeException.requireAll("analysis.analyzer", report.analysis().analyzer());
        if (!report.id().equals(key)) {
            throw new WrongShapeException("the record's key is not the report's id");
        }
        int length = report.text().length();
        for (Document document : report.analysis().documents()) {
            WrongShapeException.requireAll("document.genre", document.genre());
            within(document.end(), length, "document");
            document.sections().forEach(section -> check(section, length));
            document.metrics()
                    .forEach(metric -> check(metric, length, document.sections().size()));
        }
    }

    private static void check(Section section, int length) {
        WrongShapeException.requireAll("section.label", section.label());
        within(section.end(), length, "section");
    }

    private static void check(Metric metric, int length, int sections) {
        WrongShapeException.requireAll(
                "metric.surface", metric.surface(),
                "metric.measure", metric.measure(),
                "metric.type", metric.type(),
                "metric.status", metric.status(),
                "metric.qualifier", metric.qualifier());
        within(metric.end(), length, "metric");
        if (metric.section() < 0 || metric.section() >= sections) {
            throw new WrongShapeException("metric.section is no section of its document");
        }
    }

    private static void within(int end, int length, String what) {
        if (end > length) {
            throw new WrongShapeException("the span of a " + what + " ends behind the text");
        }
    }
}
