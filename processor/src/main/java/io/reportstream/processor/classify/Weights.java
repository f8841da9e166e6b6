package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.processor.lexicon.Tsv;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How much each feature speaks for each label. */
final class Weights {
    private final Map<String, double[]> byFeature = new HashMap<>();

    Weights(Tsv table) {
        for (Tsv.Row row : table.rows()) {
            double[] weights = Arrays.stream(Label.values())
                    .mapToDouble(label -> row.decimal(label.name()).doubleValue())
                    .toArray();
            if (byFeature.put(row.text("feature"), weights) != null) {
                throw row.error("second row for this feature");
            }
        }
    }

    /** One weight per label, in the order of {@link Label#values}. */
    double[] of(String feature) {
        double[] weights = byFeature.get(feature);
        if (weights == null) {
            throw new IllegalStateException("lexicon/weights.tsv: no row for " + feature);
        }
        return weights;
    }
}
