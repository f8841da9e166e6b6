package io.reportstream.processor.classify;

import java.util.Arrays;

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
        int count = evidence.length;
        if (count == 0) {
            return evidence;
        }
        int labels = evidence[0].length;
        double[][] forward = new double[count][labels];
        for (int i = 0; i < count; i++) {
            for (int label = 0; label < labels; label++) {
                double before = 1;
                if (i > 0) {
                    before = 1 + forward[i - 1][label] * Math.expm1(stay[i][label]);
                }
                forward[i][label] = before * Math.exp(evidence[i][label]);
            }
            normalize(forward[i]);
        }
        double[] backward = new double[labels];
        Arrays.fill(backward, 1);
        for (int i = count - 1; i >= 0; i--) {
            double[] chances = forward[i];
            double[] next = new double[labels];
            double sum = 0;
            for (int label = 0; label < labels; label++) {
                chances[label] *= backward[label];
                next[label] = backward[label] * Math.exp(evidence[i][label]);
                sum += next[label];
            }
            normalize(chances);
            for (int label = 0; label < labels; label++) {
                backward[label] = sum + next[label] * Math.expm1(stay[i][label]);
            }
            normalize(backward);
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
