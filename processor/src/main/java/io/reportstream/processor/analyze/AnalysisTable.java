package io.reportstream.processor.analyze;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import io.reportstream.contract.Section;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An analysis as text for people. */
final class AnalysisTable {
    private static final int HEADING_WIDTH = 40;
    private static final int INDICATOR_WIDTH = 36;

    private final StringBuilder out = new StringBuilder();
    private final String raw;

    private AnalysisTable(String raw) {
        this.raw = raw;
    }

    static String of(String raw, Analysis analysis) {
        AnalysisTable table = new AnalysisTable(raw);
        for (Document document : analysis.documents()) {
            table.document(document);
        }
        return table.out.toString();
    }

    private void document(Document document) {
        out.append("%s · %s · %s · %s%n"
                .formatted(
                        shown(document.title()), shown(document.region()), shown(document.year()), document.genre()));
        for (Section section : document.sections()) {
            out.append(String.format(Locale.ROOT, "  %-11s %.2f  ", section.label(), section.confidence()))
                    .append(padded(shown(section.heading()), HEADING_WIDTH))
                    .append("  ")
                    .append(clipped(raw.substring(section.start(), section.end()), HEADING_WIDTH))
                    .append('\n');
        }
        for (Metric metric : document.metrics()) {
            out.append("  ")
                    .append(padded(shown(metric.indicator()), INDICATOR_WIDTH))
                    .append("  ")
                    .append(padded(number(metric), 22))
                    .append("  %-6s %-6s  %s%n".formatted(metric.type(), metric.status(), shown(metric.period())));
        }
        out.append('\n');
    }

    private static String number(Metric metric) {
        BigDecimal high = metric.high();
        String range = high == null ? "" : "–" + high.toPlainString();
        return metric.value().toPlainString() + range + " " + metric.measure();
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String padded(String text, int width) {
        String clipped = clipped(text, width);
        return clipped + " ".repeat(width - width(clipped));
    }

    /** At most {@code width} columns of the text on one line; ideographs take two. */
    private static String clipped(String text, int width) {
        StringBuilder clipped = new StringBuilder();
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int columnsOfThis = columns(c);
            if (columns + columnsOfThis > width) {
                break;
            }
            columns += columnsOfThis;
            clipped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        }
        return clipped.toString();
    }

    private static int width(String text) {
        return text.codePoints().map(AnalysisTable::columns).sum();
    }

    private static int columns(int codePoint) {
        return codePoint >= 0x2e80 ? 2 : 1;
    }
}
