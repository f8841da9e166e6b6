package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.processor.lexicon.Tsv;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from a host's question what the answer will be about. */
final class QuestionCues {
    private static final List<String> MENDING = List.of("破解", "解决", "应对", "克服", "针对", "化解", "突破", "补齐", "措施", "举措");

    private final Map<String, Label> cues = new LinkedHashMap<>();
    /** Tell only where no other cue does: 困难 in 针对这些困难,有什么打算? is the occasion. */
    private final Map<String, Label> weak = new LinkedHashMap<>();

    QuestionCues() {
        for (Tsv.Row row : Tsv.load("lexicon/question.tsv").rows()) {
            String surface = row.text("surface");
            Map<String, Label> into = row.cell("note").equals("weak") ? weak : cues;
            if (cues.containsKey(surface) || into.put(surface, row.constant("label", Label.class)) != null) {
                throw row.error("second row for this surface");
            }
        }
    }

    /**
     * None where the question does not tell; several where it asks for several things. The last sentence that tells counts:
     * 成绩来之不易。还面临哪些困难? asks for difficulties.
     *
     * @param covered the year of the document; a question that names a later one asks for plans. 0 where it is unknown
     */
    Set<Label> labels(String question, int covered) {
        int end = question.length();
        Set<Label> labels = EnumSet.noneOf(Label.class);
        while (end > 0 && labels.isEmpty()) {
            int start = Math.max(question.lastIndexOf('\u3002', end - 2), question.lastIndexOf('?', end - 2)) + 1;
            String sentence = question.substring(start, end);
            collect(cues, sentence, labels);
            if (covered > 0 && later(sentence, covered)) {
                labels.add(Label.PLAN);
            }
            if (labels.isEmpty() && end == question.length() && MENDING.stream().noneMatch(sentence::contains)) {
                collect(weak, sentence, labels);
            }
            end = start;
        }
        return labels;
    }

    private static boolean later(String sentence, int covered) {
        int year = Years.first(sentence, 0, sentence.length());
        return (year > 0 ? year : Years.period(sentence, covered, false)) > covered;
    }

    private static void collect(Map<String, Label> cues, String sentence, Set<Label> labels) {
        cues.forEach((surface, label) -> {
            if (sentence.contains(surface)) {
                labels.add(label);
            }
        });
    }
}
