package io.reportstream.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a report.
 *
 * @param start span in the raw text
 * @param title clean simplified Chinese; null where none is printed
 * @param region the most specific administrative unit whose work is reported; null where the text does not tell
 * @param year the year that the document covers; null where the text does not tell
 * @param sections in reading order, not overlapping, covering everything but boilerplate
 * @param metrics in reading order
 */
public record Document(
        int start,
        int end,
        @Nullable String title,
        @Nullable String region,
        @Nullable Integer year,
        Genre genre,
        List<Section> sections,
        List<Metric> metrics) {
    public Document {
        new Span(start, end);
        sections = List.copyOf(sections);
        metrics = List.copyOf(metrics);
    }
}
