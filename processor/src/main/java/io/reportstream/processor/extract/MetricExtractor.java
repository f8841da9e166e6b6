package io.reportstream.processor.extract;

import io.reportstream.contract.Metric;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import java.util.List;

/** Finds the metrics of a document. */
public final class MetricExtractor {
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
        return List.of();
    }
}
