package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.contract.Span;
import io.reportstream.processor.lexicon.Tsv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the sentence before a list (重点做好以下工作:) what the list is about. */
final class Announcements {
    /** Only the end of a long sentence says what comes next. */
    private static final int LENGTH = 80;

    private static final List<String> OPENERS = List.of(
            "以下", "如下", "下列", "几个方面", "个方面", "几方面", "几点", "几项", "项工作", "件大事", "件实事", "困难和问题", "问题和困难", "不少问题", "一些问题");

    private final Map<String, Label> cues = new LinkedHashMap<>();

    Announcements() {
        for (Tsv.Row row : Tsv.load("lexicon/announce.tsv").rows()) {
            if (cues.put(row.text("surface"), row.constant("label", Label.class)) != null) {
                throw row.error("second row for this surface");
            }
        }
    }

    /** One label at most; none where the sentence opens no list, or does not say which. */
    Set<Label> labels(String text, Span sentence) {
        String end = text.substring(Math.max(sentence.start(), sentence.end() - LENGTH), sentence.end());
        if (!end.endsWith(":") && OPENERS.stream().noneMatch(end::contains)) {
            return Set.of();
        }
        int last = -1;
        Set<Label> labels = Set.of();
        for (Map.Entry<String, Label> cue : cues.entrySet()) {
            int at = end.lastIndexOf(cue.getKey());
            if (at > last) {
                last = at;
                labels = Set.of(cue.getValue());
            }
        }
        return labels;
    }
}
