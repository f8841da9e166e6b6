package io.reportstream.processor.segment;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import io.reportstream.contract.Label;
import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from a heading what the part under it is about. */
public final class HeadingCues {
    private static final int SHORT_ENDING = 16;
    private static final int SHORT_BEGINNING = 14;

    private enum Strength {
        STRONG,
        WEAK,
        EITHER,
        WHOLE
    }

    private record Hit(int begin, int end, Cue cue) {}

    private record Cue(String surface, Label label, Strength strength, boolean time) {}

    private final Map<String, Cue> cues = new TreeMap<>();
    private final AhoCorasickDoubleArrayTrie<Cue> trie = new AhoCorasickDoubleArrayTrie<>();
    private final int longest;
    private final List<String> verbs = Tsv.load("lexicon/heading-verb.tsv").rows().stream()
            .map(row -> row.text("surface"))
            .toList();

    /** The cues of {@code lexicon/heading.tsv}. */
    public HeadingCues() {
        for (Tsv.Row row : Tsv.load("lexicon/heading.tsv").rows()) {
            Cue cue = new Cue(
                    row.text("surface"),
                    row.constant("label", Label.class),
                    row.constant("strength", Strength.class),
                    row.cell("note").equals("time"));
            if (cues.put(cue.surface(), cue) != null) {
                throw row.error("second row for this surface");
            }
        }
        trie.build(new TreeMap<>(cues));
        longest = cues.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * The labels that a heading announces; none where it announces nothing, several where it announces a mixture such as
     * 存在的问题和下一步打算.
     *
     * @param strongOnly leave weak cues out
     */
    public Set<Label> labels(String heading, boolean strongOnly) {
        String title = title(heading);
        boolean work = verbs.stream().anyMatch(title::startsWith);
        Set<Label> labels = EnumSet.noneOf(Label.class);
        boolean[] taken = new boolean[title.length()];
        List<Hit> hits = hits(title);
        hits.sort(Comparator.comparingInt((Hit hit) -> hit.end() - hit.begin()).reversed());
        for (Hit hit : hits) {
            Cue cue = hit.cue();
            boolean silent = switch (cue.strength()) {
                case WHOLE -> hit.end() - hit.begin() < title.length();
                case EITHER -> true;
                case WEAK -> strongOnly || (work && !cue.time());
                case STRONG -> work && !cue.time();
            };
            if (!silent && !taken[hit.begin()] && !taken[hit.end() - 1]) {
                Arrays.fill(taken, hit.begin(), hit.end(), true);
                labels.add(cue.label());
            }
        }
        return labels;
    }

    /**
     * What a heading mostly means that may look back or ahead (主要工作), where {@link #labels} tells nothing.
     *
     * @return null where it is no such heading
     */
    public @Nullable Label either(String heading) {
        String title = title(heading);
        for (Hit hit : hits(title)) {
            if (hit.cue().strength() == Strength.EITHER) {
                return verbs.stream().anyMatch(title::startsWith)
                        ? null
                        : hit.cue().label();
            }
        }
        return null;
    }

    private List<Hit> hits(String title) {
        List<Hit> hits = new ArrayList<>();
        trie.parseText(title, (begin, end, cue) -> hits.add(new Hit(begin, end, cue)));
        return hits;
    }

    /** The heading without its number and closing marks. */
    private static String title(String heading) {
        Marker marker = Numbering.at(heading, 0, heading.length(), true);
        int start = marker == null ? 0 : marker.end();
        int end = heading.length();
        while (end > start && !Character.isLetterOrDigit(heading.charAt(end - 1))) {
            end--;
        }
        return heading.substring(start, end);
    }

    /** Whether a line without a number names a part: its end, or its beginning in a short line, is a cue. */
    boolean names(String line) {
        for (int length = Math.min(longest, line.length()); length > 0; length--) {
            Cue end = cues.get(line.substring(line.length() - length));
            Cue start = cues.get(line.substring(0, length));
            boolean all = length == line.length();
            boolean ends = end != null
                    && end.strength() != Strength.WHOLE
                    && (end.strength() == Strength.STRONG || line.length() <= SHORT_ENDING);
            boolean begins = start != null && start.strength() == Strength.STRONG && line.length() <= SHORT_BEGINNING;
            if (ends || begins || (all && end != null)) {
                return true;
            }
        }
        return false;
    }
}
