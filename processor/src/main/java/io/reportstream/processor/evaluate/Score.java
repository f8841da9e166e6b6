package io.reportstream.processor.evaluate;

import io.reportstream.contract.Analysis;
import java.util.ArrayList;
import java.util.List;

/** Adds up how well analyses agree with gold, and lists each disagreement. */
final class Score {
    private final List<String> errors = new ArrayList<>();
    private final SectionScore sections = new SectionScore(errors);
    private final DocumentScore documents = new DocumentScore(errors);
    private final MetricScore metrics = new MetricScore(errors);

    void add(Gold gold, Analysis analysis) {
        sections.add(gold, analysis);
        documents.add(gold, analysis);
        metrics.add(gold, analysis);
    }

    Measures measures() {
        Measures measures = new Measures();
        sections.into(measures);
        documents.into(measures);
        metrics.into(measures);
        return measures;
    }

    Reliability sectionReliability() {
        return sections.reliability();
    }

    Reliability metricReliability() {
        return metrics.reliability();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }
}
