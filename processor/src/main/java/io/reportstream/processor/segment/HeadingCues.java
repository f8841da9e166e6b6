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

    private record Cue(String surface, Label label, boolean strong) {}

    private final List<Cue> cues = new ArrayList<>();

    /** The cues of {@code lexicon/heading.tsv}. */
    public HeadingCues() {
        for (Tsv.Row row : Tsv.load("lexicon/heading.tsv").rows()) {
            String strength = row.text("strength");
            if (!strength.equals("STRONG") && !strength.equals("WEAK")) {
                throw row.error("strength is STRONG or WEAK");
            }
            cues.add(new Cue(row.text("surface"), row.constant("label", Label.class), strength.equals("STRONG")));
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
        Set<Label> labels = EnumSet.noneOf(Label.class);
        boolean[] taken = new boolean[heading.length()];
        for (Cue cue : cues) {
            int at = strongOnly && !cue.strong() ? -1 : heading.indexOf(cue.surface());
            if (at >= 0 && !taken[at] && !taken[at + cue.surface().length() - 1]) {
                Arrays.fill(taken, at, at + cue.surface().length(), true);
                labels.add(cue.label());
            }
        }
        return labels;
    }

    /** Whether a line without a number names a part: its end, or its beginning in a short line, is a cue. */
    boolean names(String line) {
        for (Cue cue : cues) {
            boolean ends = line.endsWith(cue.surface()) && (cue.strong() || line.length() <= SHORT_ENDING);
            boolean begins = cue.strong() && line.length() <= SHORT_BEGINNING && line.startsWith(cue.surface());
            if (ends || begins) {
                return true;
            }
        }
        return false;
    }
}
