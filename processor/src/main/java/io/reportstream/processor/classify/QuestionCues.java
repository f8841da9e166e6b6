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

    /**
     * None where the question does not tell; several where it asks for several things. The last sentence that tells counts:
     * 成绩来之不易。还面临哪些困难? asks for difficulties.
     */
    Set<Label> labels(String question) {
        int end = question.length();
        Set<Label> labels = EnumSet.noneOf(Label.class);
        while (end > 0 && labels.isEmpty()) {
            int start = Math.max(question.lastIndexOf('\u3002', end - 2), question.lastIndexOf('?', end - 2)) + 1;
            String sentence = question.substring(start, end);
            cues.forEach((surface, label) -> {
                if (sentence.contains(surface)) {
                    labels.add(label);
                }
            });
            end = start;
        }
        return labels;
    }
}
