package io.reportstream.processor.extract;

import io.reportstream.contract.Metric;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.Span;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.lexicon.Tsv;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the metrics of a document. */
public final class MetricExtractor {
    private static final char WIDE_FIRST = '\uff01';
    private static final char WIDE_LAST = '\uff5e';

    private final Lexicons lexicons = new Lexicons();
    private final QuantityScanner quantities = new QuantityScanner(lexicons);
    private final TimeScanner times = new TimeScanner(lexicons.times);
    private final IndicatorKeys keys = new IndicatorKeys(lexicons, Tsv.load("lexicon/indicators.tsv"));
    private final StatusRule statuses = new StatusRule(
            Lexicon.load(Tsv.load("lexicon/cues.tsv"), row -> row.constant("status", MetricStatus.class)));

    /**
     * The metrics in reading order.
     *
     * @param judgements one for each sentence of {@code outline}
     * @param sectionOfSentence for each sentence of {@code outline}, the index of the section that holds it
     */
    public List<Metric> extract(
            CleanText text,
            DocumentDraft document,
            Outline outline,
            List<Judgement> judgements,
            List<Integer> sectionOfSentence) {
        String clean = text.text();
        Indicators indicators = new Indicators(lexicons);
        PeriodResolver periods = new PeriodResolver(clean, outline);
        PeriodDates dates = new PeriodDates(document.year(), document.genre());
        List<Metric> metrics = new ArrayList<>();
        int part = -1;
        int list = 0;
        for (int i = 0; i < outline.sentences().size(); i++) {
            Outline.Sentence sentence = outline.sentences().get(i);
            Span span = sentence.span();
            if (sentence.part() != part) {
                part = sentence.part();
                indicators.reset();
            }
            boolean listed =
                    i > 0 && clean.charAt(outline.sentences().get(i - 1).span().end() - 1) == ';';
            list = listed ? list : span.start();
            List<TimeExpression> found = times.scan(clean, span.start(), span.end());
            periods.enter(sentence, found);
            List<Quantity> numbers = quantities.scan(
                    clean, span.start(), span.end(), found, at -> text.raw().charAt(text.rawOffset(at)) == ',');
            for (Reading reading : indicators.read(clean, span.start(), span.end(), numbers, found)) {
                Judgement judgement = judgements.get(i);
                MetricStatus status = statuses.of(clean, list, span, reading.left(), reading, judgement);
                TimeExpression period = periods.of(reading.quantity().start(), found);
                double confidence = Confidence.of(reading, judgement);
                metrics.add(metric(text, reading, status, period, dates, sectionOfSentence.get(i), confidence));
            }
            periods.leave(sentence, found);
        }
        return metrics;
    }

    /** The expression in simplified characters, its digits as wide as printed. */
    private static String shown(CleanText text, TimeExpression period) {
        StringBuilder shown = new StringBuilder();
        for (int i = period.start(); i < period.end(); i++) {
            char printed = text.raw().charAt(text.rawOffset(i));
            shown.append(
                    printed >= WIDE_FIRST && printed <= WIDE_LAST
                            ? printed
                            : text.text().charAt(i));
        }
        return shown.toString();
    }

    private Metric metric(
            CleanText text,
            Reading reading,
            MetricStatus status,
            @Nullable TimeExpression period,
            PeriodDates dates,
            int section,
            double confidence) {
        String expression = period == null ? null : text.text().substring(period.start(), period.end());
        Period fixed = expression == null ? Period.UNKNOWN : dates.of(expression, status);
        Quantity quantity = reading.quantity();
        Span raw = text.toRaw(new Span(quantity.start(), quantity.end()));
        return new Metric(
                raw.start(),
                raw.end(),
                raw.of(text.raw()),
                reading.value(),
                reading.high(),
                reading.measure(),
                reading.indicator(),
                reading.indicator() == null ? null : keys.of(reading.indicator()),
                reading.type(),
                status,
                reading.qualifier(),
                period == null ? null : shown(text, period),
                fixed.start(),
                fixed.end(),
                section,
                confidence);
    }
}
