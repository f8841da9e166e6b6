package io.reportstream.processor.extract;

import io.reportstream.processor.classify.Judgement;

/**
 * The chance that a row is right. The figures are the shares of right rows on the dev gold and on annotated texts of other
 * bureaus, by where the indicator was found, set some points lower for texts never seen.
 */
final class Confidence {
    /** The noun stands before the number. */
    static final double BEFORE = 0.92;
    /** The place is ranked by name or left out. */
    static final double RANKED = 0.9;
    /** The clause leaves the noun out and the last one told fits. */
    static final double INHERITED = 0.87;
    /** The noun stands behind the number. */
    static final double BEHIND = 0.8;
    /** Only a verb stands before the number. */
    static final double ACTED = 0.72;

    static final double UNNAMED = 0.05;

    private static final int SHORT = 3;
    private static final int LONG = 20;

    private Confidence() {}

    /** {@code reading} in a sentence of this judgement, on which the status rests. */
    static double of(Reading reading, Judgement judgement) {
        String indicator = reading.indicator();
        if (indicator == null) {
            return UNNAMED;
        }
        boolean odd = indicator.length() < SHORT || indicator.length() > LONG;
        double chance = reading.certainty() * (odd ? 0.8 : 1) * (0.9 + 0.1 * judgement.confidence());
        return Math.round(chance * 100) / 100.0;
    }
}
