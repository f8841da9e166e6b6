package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import java.util.Arrays;
import java.util.List;

/** A linear-chain conditional random field over {@link Example}s: chances of the labels, and the fit of the weights. */
final class RandomField {
    private static final Label[] LABELS = Label.values();
    private static final int ROUNDS = 200;
    private static final double IMPOSSIBLE = -60;

    private RandomField() {}

    static double[][] chances(Example example, double[][] weights) {
        return Chain.marginals(evidence(example, weights, false), stay(example, weights));
    }

    /**
     * The weights that make the accepted labels likeliest, drawn towards {@code prior}: gradient steps with a step size per
     * weight that grows while the direction holds (RProp).
     *
     * @param pull how hard the prior draws
     */
    static double[][] fit(List<Example> examples, double[][] prior, double pull) {
        double[][] weights = Arrays.stream(prior).map(double[]::clone).toArray(double[][]::new);
        double[][] step = new double[prior.length][LABELS.length];
        double[][] last = new double[prior.length][LABELS.length];
        for (double[] row : step) {
            Arrays.fill(row, 0.02);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] slope = slope(examples, weights);
            for (int f = 0; f < prior.length; f++) {
                for (int l = 0; l < LABELS.length; l++) {
                    double here = slope[f][l] - pull * (weights[f][l] - prior[f][l]);
                    double agreement = here * last[f][l];
                    double growth = agreement > 0 ? 1.2 : agreement < 0 ? 0.5 : 1;
                    step[f][l] = Math.min(0.2, Math.max(1e-5, step[f][l] * growth));
                    last[f][l] = agreement < 0 ? 0 : here;
                    weights[f][l] += agreement < 0 ? 0 : Math.signum(here) * step[f][l];
                }
            }
        }
        return weights;
    }

    private static double[][] slope(List<Example> examples, double[][] weights) {
        double[][] slope = new double[weights.length][LABELS.length];
        for (Example example : examples) {
            expect(example, weights, true, slope);
            expect(example, weights, false, slope);
        }
        return slope;
    }

    /** Adds the features expected of a document where only accepted labels may stand, or takes away those of any labels. */
    private static void expect(Example example, double[][] weights, boolean accepted, double[][] sum) {
        double sign = accepted ? 1 : -1;
        double[][] evidence = evidence(example, weights, accepted);
        double[][] stay = stay(example, weights);
        double[][] chances = Chain.marginals(evidence, stay);
        double[][] repeats = Chain.repeats(evidence, stay);
        for (int i = 0; i < chances.length; i++) {
            Example.Item item = example.items().get(i);
            for (int l = 0; l < LABELS.length; l++) {
                for (Example.Weighted each : item.features()) {
                    sum[each.feature()][l] += sign * each.value() * chances[i][l];
                }
                sum[item.link()][l] += i == 0 ? 0 : sign * repeats[i][l];
            }
        }
    }

    private static double[][] evidence(Example example, double[][] weights, boolean accepted) {
        double[][] evidence = new double[example.items().size()][LABELS.length];
        for (int i = 0; i < evidence.length; i++) {
            Example.Item item = example.items().get(i);
            for (int l = 0; l < LABELS.length; l++) {
                for (Example.Weighted each : item.features()) {
                    evidence[i][l] += each.value() * weights[each.feature()][l];
                }
                evidence[i][l] = accepted && !item.accepted().contains(LABELS[l]) ? IMPOSSIBLE : evidence[i][l];
            }
        }
        return evidence;
    }

    private static double[][] stay(Example example, double[][] weights) {
        return example.items().stream().map(item -> weights[item.link()]).toArray(double[][]::new);
    }
}
