package io.reportstream.processor.extract;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Metric;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Span;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.clean.TextCleaner;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import io.reportstream.processor.segment.Outliner;
import java.util.Collections;
import java.util.List;

/** Reads metrics from a text of which every sentence has one label; the document covers 2023. */
final class ExtractFixture {
    private static final MetricExtractor EXTRACTOR = new MetricExtractor();
    private static final TextCleaner CLEANER = new TextCleaner();
    private static final Outliner OUTLINER = new Outliner();

    private ExtractFixture() {}

    static List<Metric> extract(String raw, Label label) {
        CleanText text = CLEANER.clean(raw);
        Span whole = new Span(0, text.text().length());
        DocumentDraft document = new DocumentDraft(whole, null, null, null, 2023, Genre.SUMMARY);
        Outline outline = OUTLINER.outline(text, document, List.of());
        int sentences = outline.sentences().size();
        return EXTRACTOR.extract(
                text,
                document,
                outline,
                Collections.nCopies(sentences, new Judgement(label, 1)),
                Collections.nCopies(sentences, 0));
    }

    /** One line of a spec: indicator, type, value, measure, surface, and what is out of the ordinary. */
    static String line(Metric metric) {
        StringBuilder line = new StringBuilder();
        line.append(metric.indicator()).append(" | ").append(metric.type()).append(' ');
        line.append(metric.value().toPlainString());
        if (metric.high() != null) {
            line.append("..").append(metric.high().toPlainString());
        }
        line.append(' ').append(metric.measure().isEmpty() ? "-" : metric.measure());
        line.append(" | ").append(metric.surface());
        if (metric.qualifier() != Qualifier.EXACT) {
            line.append(" | ").append(metric.qualifier());
        }
        if (metric.status() != MetricStatus.ACTUAL) {
            line.append(" | ").append(metric.status());
        }
        if (metric.period() != null) {
            line.append(" | @").append(metric.period());
        }
        return line.toString();
    }
}
