package io.reportstream.processor.segment;

import io.reportstream.contract.Label;
import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads from a heading what the part under it is about. */
public final class HeadingCues {
    private static final int SHORT_ENDING = 16;
    private static final int SHORT_BEGINNING = 14;

    private enum Strength {
        STRONG,
        WEAK,
        WHOLE
    }

    private record Cue(String surface, Label label, Strength strength, boolean time) {}

    private final List<Cue> cues = new ArrayList<>();
    private final List<String> verbs = Tsv.load("lexicon/heading-verb.tsv").rows().stream()
            .map(row -> row.text("surface"))
            .toList();

    /** The cues of {@code lexicon/heading.tsv}. */
    public HeadingCues() {
        for (Tsv.Row row : Tsv.load("lexicon/heading.tsv").rows()) {
            cues.add(new Cue(
                    row.text("surface"),
                    row.constant("label", Label.class),
                    row.constant("strength", Strength.class),
                    row.cell("note").equals("time")));
        }
        cues.sort(Comparator.comparingInt((Cue cue) -> cue.surface().length()).reversed());
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
        for (Cue cue : cues) {
            boolean whole = cue.strength() == Strength.WHOLE;
            boolean silent = whole
                    ? !title.equals(cue.surface())
                    : (strongOnly && cue.strength() == Strength.WEAK) || (work && !cue.time());
            int at = silent ? -1 : title.indexOf(cue.surface());
            if (at >= 0 && !taken[at] && !taken[at + cue.surface().length() - 1]) {
                Arrays.fill(taken, at, at + cue.surface().length(), true);
                labels.add(cue.label());
            }
        }
        return labels;
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
        for (Cue cue : cues) {
            boolean strong = cue.strength() == Strength.STRONG;
            boolean ends = line.endsWith(cue.surface()) && (strong || line.length() <= SHORT_ENDING);
            boolean begins = strong && line.length() <= SHORT_BEGINNING && line.startsWith(cue.surface());
            boolean all = line.equals(cue.surface());
            if (all || (cue.strength() != Strength.WHOLE && (ends || begins))) {
                return true;
            }
        }
        return false;
    }
}
