package io.reportstream.processor;

import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import io.reportstream.contract.MetricRow;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Section;
import io.reportstream.contract.SectionRow;

/** The sections and metrics of a report as rows that stand for themselves. */
record FlatRows(RawReport report) {
    private static final int MAX_EXCERPT = 200;

    SectionRow section(int documentIndex, Document document, int index) {
        Section section = document.sections().get(index);
        return new SectionRow(
                SectionRow.SCHEMA_VERSION,
                report.id(),
                report.revision(),
                report.source(),
                documentIndex,
                document.title(),
                document.region(),
                document.year(),
                document.genre(),
                index,
                section.label(),
                section.start(),
                section.end(),
                section.heading(),
                section.level(),
                section.confidence(),
                excerpt(section.start(), section.end()));
    }

    MetricRow metric(int documentIndex, Document document, int index) {
        Metric metric = document.metrics().get(index);
        return new MetricRow(
                MetricRow.SCHEMA_VERSION,
                report.id(),
                report.revision(),
                report.source(),
                documentIndex,
                document.title(),
                document.region(),
                document.year(),
                document.genre(),
                metric.section(),
                document.sections().get(metric.section()).label(),
                index,
                metric.start(),
                metric.end(),
                metric.surface(),
                metric.value(),
                metric.high(),
                metric.measure(),
                metric.indicator(),
                metric.indicatorKey(),
                metric.type(),
                metric.status(),
                metric.qualifier(),
                metric.period(),
                metric.periodStart(),
                metric.periodEnd(),
                metric.confidence());
    }

    /** Never ends within a surrogate pair. */
    private String excerpt(int start, int end) {
        int cut = Math.min(end, start + MAX_EXCERPT);
        if (cut < end && Character.isHighSurrogate(report.text().charAt(cut - 1))) {
            cut--;
        }
        return report.text().substring(start, cut);
    }
}
