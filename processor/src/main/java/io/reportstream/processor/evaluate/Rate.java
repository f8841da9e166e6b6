package io.reportstream.processor.evaluate;

/** Precision, recall and their harmonic mean. */
record Rate(double precision, double recall, double f1) {
    static Rate of(int hits, int wrong, int missed) {
        double precision = share(hits, hits + wrong);
        double recall = share(hits, hits + missed);
        double sum = precision + recall;
        return new Rate(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }

    static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
