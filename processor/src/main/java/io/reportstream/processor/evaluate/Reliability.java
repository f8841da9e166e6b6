package io.reportstream.processor.evaluate;

import java.util.Locale;

/** How often a stated confidence was right: a reader should be able to take 0.9 for nine in ten. */
final class Reliability {
    private static final double[] FROM = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98};

    private final int[] count = new int[FROM.length];
    private final int[] right = new int[FROM.length];
    private final double[] stated = new double[FROM.length];

    void add(double confidence, boolean correct) {
        int bin = FROM.length - 1;
        while (bin > 0 && confidence < FROM[bin]) {
            bin--;
        }
        count[bin]++;
        right[bin] += correct ? 1 : 0;
        stated[bin] += confidence;
    }

    /** Mean distance between stated confidence and share of right answers, weighted by count. */
    double error() {
        double sum = 0;
        int all = 0;
        for (int bin = 0; bin < FROM.length; bin++) {
            sum += Math.abs(stated[bin] - right[bin]);
            all += count[bin];
        }
        return all == 0 ? 0 : sum / all;
    }

    /** @param counted what is counted, for the head of its column */
    String table(String counted) {
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, "confidence   %5s  stated  right%n", counted));
        for (int bin = 0; bin < FROM.length; bin++) {
            if (count[bin] > 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "from %.2f   %6d   %.3f  %.3f%n",
                        FROM[bin],
                        count[bin],
                        stated[bin] / count[bin],
                        Rate.share(right[bin], count[bin])));
            }
        }
        return table.toString();
    }
}
