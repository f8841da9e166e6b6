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
        double[][] chances = forward(evidence, stay);
        double[] backward = new double[chances.length == 0 ? 0 : chances[0].length];
        double[] next = new double[backward.length];
        Arrays.fill(backward, 1);
        for (int i = chances.length - 1; i >= 0; i--) {
            double sum = 0;
            for (int label = 0; label < next.length; label++) {
                next[label] = backward[label] * Math.exp(evidence[i][label]);
                sum += next[label];
                chances[i][label] *= backward[label];
            }
            normalize(chances[i]);
            for (int label = 0; label < next.length; label++) {
                backward[label] = sum + next[label] * Math.expm1(stay[i][label]);
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
