package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.processor.lexicon.Tsv;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads from a host's question what the answer will be about. */
final class QuestionCues {
    private final Map<String, Label> cues = new LinkedHashMap<>();

    QuestionCues() {
        for (Tsv.Row row : Tsv.load("lexicon/question.tsv").rows()) {
            if (cues.put(row.text("surface"), row.constant("label", Label.class)) != null) {
                throw row.error("second row for this surface");
            }
        }
    }

    /** None where the question does not tell; several where it asks for several things. */
    Set<Label> labels(String question) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        cues.forEach((surface, label) -> {
            if (question.contains(surface)) {
                labels.add(label);
            }
        });
        return labels;
    }
}
