package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many sentences are judged rightly, and how sure the chain was of each. */
final class FoldScore {
    private static final Label[] LABELS = Label.values();

    private record Cell(Label wanted, Label found) {}

    private record Answer(double logOdds, boolean right) {}

    private final Map<Cell, Integer> confusion = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    void add(Example.Item item, double[] chances) {
        int best = 0;
        for (int l = 1; l < chances.length; l++) {
            best = chances[l] > chances[best] ? l : best;
        }
        Label found = LABELS[best];
        boolean right = item.accepted().contains(found);
        Label wanted = right ? found : item.accepted().iterator().next();
        confusion.merge(new Cell(wanted, found), 1, Integer::sum);
        answers.add(new Answer(Calibration.logOdds(chances[best]), right));
    }

    @Override
    public String toString() {
        double sum = 0;
        int classes = 0;
        for (Label label : Label.values()) {
            int found = 0;
            int wanted = 0;
            for (Map.Entry<Cell, Integer> each : confusion.entrySet()) {
                found += each.getKey().found() == label ? each.getValue() : 0;
                wanted += each.getKey().wanted() == label ? each.getValue() : 0;
            }
            classes += wanted > 0 ? 1 : 0;
            sum += wanted > 0 ? 2.0 * confusion.getOrDefault(new Cell(label, label), 0) / (found + wanted) : 0;
        }
        long right = answers.stream().filter(Answer::right).count();
        return String.format(
                Locale.ROOT,
                "%4d/%4d accuracy %.3f macro-F1 %.3f",
                right,
                answers.size(),
                (double) right / answers.size(),
                sum / classes);
    }

    /** Logistic regression of being right on the log-odds that the chain gave. */
    String calibration() {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < 20_000; round++) {
            double dSlope = 0;
            double dShift = 0;
            for (Answer each : answers) {
                double miss = (each.right() ? 1 : 0) - 1 / (1 + Math.exp(-slope * each.logOdds() - shift));
                dSlope += miss * each.logOdds();
                dShift += miss;
            }
            slope += 0.02 * dSlope / answers.size();
            shift += 0.02 * dShift / answers.size();
        }
        return String.format(Locale.ROOT, "slope\tshift%n%.3f\t%.3f%n", slope, shift);
    }
}
