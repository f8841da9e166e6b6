package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.lexicon.Tsv;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges the sentences of a document: the words of each, the headings and questions above it, and its neighbours speak for
 * or against each label.
 */
public final class SentenceClassifier {
    private static final Label[] LABELS = Label.values();

    private final CueLexicon lexicon = new CueLexicon();
    private final Scopes scopes = new Scopes();
    private final Calibration calibration = new Calibration();
    private final double[][] weights;

    /** A classifier with the lexicons and weights of the class path. */
    public SentenceClassifier() {
        Weights table = new Weights(Tsv.load("lexicon/weights.tsv"));
        weights = Feature.names().stream().map(table::of).toArray(double[][]::new);
    }

    /** One judgement for each sentence of {@code outline}, in the same order. */
    public List<Judgement> classify(CleanText text, DocumentDraft document, Outline outline) {
        int count = outline.sentences().size();
        double[][] evidence = new double[count][LABELS.length];
        List<Scopes.Scope> scopeOfPart = scopes.of(text.text(), document, outline);
        new Features(text.text(), document, outline, scopeOfPart).describe(lexicon, (sentence, feature, value) -> {
            for (int label = 0; label < LABELS.length; label++) {
                evidence[sentence][label] += value * weights[feature][label];
            }
        });
        double[][] stay = new double[count][];
        Arrays.setAll(stay, sentence -> weights[Links.of(text.text(), outline, scopeOfPart, sentence)]);
        List<Judgement> judgements = new ArrayList<>(count);
        for (double[] chances : Chain.marginals(evidence, stay)) {
            int best = 0;
            for (int label = 1; label < LABELS.length; label++) {
                best = chances[label] > chances[best] ? label : best;
            }
            judgements.add(new Judgement(LABELS[best], calibration.of(chances[best])));
        }
        return judgements;
    }
}
