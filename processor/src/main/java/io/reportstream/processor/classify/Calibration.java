package io.reportstream.processor.classify;

import io.reportstream.processor.lexicon.Tsv;

/** Makes a confidence mean what it says: the chain is surer of itself than sources it has not seen bear out. */
final class Calibration {
    private static final double MOST = 0.999;

    private final double slope;
    private final double shift;

    Calibration() {
        Tsv.Row row = Tsv.load("lexicon/calibration.tsv").rows().get(0);
        slope = row.decimal("slope").doubleValue();
        shift = row.decimal("shift").doubleValue();
    }

    double of(double chance) {
        return Math.min(MOST, 1 / (1 + Math.exp(-slope * logOdds(chance) - shift)));
    }

    static double logOdds(double chance) {
        double inside = Math.min(1 - 1e-6, Math.max(1e-6, chance));
        return Math.log(inside / (1 - inside));
    }
}
