package io.reportstream.processor.classify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A chain of sentences whose labels depend on their own evidence and on the label before. Gives the chance of each label
 * for each sentence, given all of the evidence (forward-backward algorithm).
 */
final class Chain {
    private Chain() {}

    /**
     * Chances of the labels.
     *
     * @param evidence log-odds of each label for each sentence
     * @param stay for each sentence, the log-odds that it has the label of the one before, by label
     * @return for each sentence the chances of the labels; they add up to 1
     */
    static double[][] marginals(double[][] evidence, double[][] stay) {
        return run(evidence, stay, null);
    }

    /**
     * For each sentence and label, the chance that it and the sentence before both have the label; parameters as for
     * {@link #marginals}.
     */
    static double[][] repeats(double[][] evidence, double[][] stay) {
        double[][] repeats = new double[evidence.length][evidence.length == 0 ? 0 : evidence[0].length];
        run(evidence, stay, repeats);
        return repeats;
    }

    private static double[][] run(double[][] evidence, double[][] stay, double @Nullable [][] repeats) {
        double[][] chances = forward(evidence, stay);
        if (chances.length == 0) {
            return chances;
        }
        int labels = chances[0].length;
        double[] backward = new double[labels];
        double[] next = new double[labels];
        Arrays.fill(backward, 1);
        for (int i = chances.length - 1; i >= 0; i--) {
            double sum = 0;
            for (int label = 0; label < labels; label++) {
                next[label] = backward[label] * Math.exp(evidence[i][label]);
                sum += next[label];
                chances[i][label] *= backward[label];
            }
            normalize(chances[i]);
            double all = 0;
            for (int label = 0; label < labels; label++) {
                backward[label] = sum + next[label] * Math.expm1(stay[i][label]);
                all += i == 0 ? 0 : chances[i - 1][label] * backward[label];
            }
            for (int label = 0; repeats != null && i > 0 && label < labels; label++) {
                repeats[i][label] = chances[i - 1][label] * next[label] * Math.exp(stay[i][label]) / all;
            }
            normalize(backward);
        }
        return chances;
    }

    /** The chances of the labels, given the evidence up to each sentence. */
    private static double[][] forward(double[][] evidence, double[][] stay) {
        double[][] forward = new double[evidence.length][];
        for (int i = 0; i < evidence.length; i++) {
            forward[i] = new double[evidence[i].length];
            for (int label = 0; label < forward[i].length; label++) {
                double before = i == 0 ? 1 : 1 + forward[i - 1][label] * Math.expm1(stay[i][label]);
                forward[i][label] = before * Math.exp(evidence[i][label]);
            }
            normalize(forward[i]);
        }
        return forward;
    }

    private static void normalize(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }
}
