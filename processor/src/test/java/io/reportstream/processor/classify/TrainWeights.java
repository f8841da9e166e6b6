package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.processor.evaluate.Gold;
import io.reportstream.processor.evaluate.GoldSet;
import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fits the weights of the sentence classifier to the shipped gold, from the weights that a person set
 * ({@code lexicon/weights.prior.tsv}), and prints {@code lexicon/weights.tsv}. Deterministic.
 *
 * <p>With {@code --folds}, prints instead how many sentences of each source are judged rightly when that source is left out
 * of the fit, by the fitted weights and by the prior, and {@code lexicon/calibration.tsv}.
 */
public final class TrainWeights {
    private static final Label[] LABELS = Label.values();
    /** 0.3 to 3 give the same folds within 0.006. */
    private static final double PULL = 1;

    private record Source(Gold gold, List<Example> examples) {}

    private TrainWeights() {}

    public static void main(String[] args) {
        List<Source> sources = new ArrayList<>();
        for (String set : List.of("dev", "more")) {
            GoldSet.shipped(set).forEach(gold -> sources.add(new Source(gold, Example.of(gold))));
        }
        Weights table = new Weights(Tsv.load("lexicon/weights.prior.tsv"));
        double[][] prior = Feature.names().stream().map(table::of).toArray(double[][]::new);
        if (args.length > 0 && args[0].equals("--folds")) {
            folds(sources, prior);
        } else {
            print(RandomField.fit(examples(sources, null), prior, PULL));
        }
    }

    private static List<Example> examples(List<Source> sources, @Nullable Source leftOut) {
        return sources.stream()
                .filter(source -> leftOut == null
                        || !source.gold().source().equals(leftOut.gold().source()))
                .flatMap(source -> source.examples().stream())
                .toList();
    }

    private static void folds(List<Source> sources, double[][] prior) {
        FoldScore fitted = new FoldScore();
        FoldScore ruled = new FoldScore();
        for (Source source : sources) {
            double[][] weights = RandomField.fit(examples(sources, source), prior, PULL);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s fitted %s  prior %s%n",
                    source.gold().source(),
                    score(source, weights, fitted),
                    score(source, prior, ruled));
        }
        System.out.println("fitted " + fitted + "\nprior  " + ruled);
        System.out.print(fitted.calibration());
    }

    private static String score(Source source, double[][] weights, FoldScore total) {
        FoldScore score = new FoldScore();
        for (Example example : source.examples()) {
            double[][] chances = RandomField.chances(example, weights);
            for (int i = 0; i < chances.length; i++) {
                Example.Item item = example.items().get(i);
                if (item.isJudged()) {
                    score.add(item, chances[i]);
                    total.add(item, chances[i]);
                }
            }
        }
        return score.toString();
    }

    private static void print(double[][] weights) {
        System.out.println("# How much each feature speaks for each label, in log-odds. Made by TrainWeights from"
                + " weights.prior.tsv; edit that.");
        System.out.println("feature\tACHIEVEMENT\tPROBLEM\tPLAN\tOTHER");
        for (int f = 0; f < weights.length; f++) {
            StringBuilder row = new StringBuilder(Feature.names().get(f));
            for (int l = 0; l < LABELS.length; l++) {
                row.append(String.format(Locale.ROOT, "\t%.3f", weights[f][l]).replace("-0.000", "0.000"));
            }
            System.out.println(row);
        }
    }
}
