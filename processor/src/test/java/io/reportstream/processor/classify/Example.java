package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Span;
import io.reportstream.processor.analyze.Analyzer;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.evaluate.Gold;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One document as the chain sees it, with the labels that gold accepts for each sentence. */
record Example(List<Item> items) {
    /** A feature of a sentence. */
    record Weighted(int feature, double value) {}

    /**
     * A sentence.
     *
     * @param link the feature that says how it follows the sentence before
     * @param accepted all labels where gold says nothing
     * @param unit the unit of the gold that holds most of it; -1 where none does
     */
    record Item(List<Weighted> features, int link, Set<Label> accepted, int unit, int length) {
        boolean isJudged() {
            return accepted.size() < Label.values().length;
        }
    }

    /** The documents that the analyser sees in the source of {@code gold}. */
    static List<Example> of(Gold gold) {
        Analyzer analyzer = new Analyzer();
        Outcome<Analyzer.Segmented> outcome =
                analyzer.clean(gold.text()).then(analyzer::split).then(analyzer::segment);
        Analyzer.Segmented segmented = ((Outcome.Accepted<Analyzer.Segmented>) outcome).value();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < segmented.outlines().size(); i++) {
            DocumentDraft draft = segmented.split().documents().get(i);
            Outline outline = segmented.outlines().get(i).orElseThrow();
            examples.add(of(gold, segmented.split().text(), draft, outline));
        }
        return examples;
    }

    private static Example of(Gold gold, CleanText text, DocumentDraft draft, Outline outline) {
        List<Scopes.Scope> scopes = new Scopes().of(text.text(), draft, outline);
        List<List<Weighted>> features = new ArrayList<>();
        outline.sentences().forEach(sentence -> features.add(new ArrayList<>()));
        new Features(text.text(), draft, outline, scopes)
                .describe(
                        new CueLexicon(),
                        (sentence, feature, value) -> features.get(sentence).add(new Weighted(feature, value)));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            Span raw = text.toRaw(outline.sentences().get(i).span());
            int unit = unit(gold, raw);
            int link = Links.of(text.text(), outline, scopes, i);
            items.add(new Item(features.get(i), link, accepted(gold, unit), unit, raw.length()));
        }
        return new Example(items);
    }

    private static Set<Label> accepted(Gold gold, int unit) {
        Set<String> names = gold.labels().getOrDefault(unit, Set.of());
        Set<Label> accepted = EnumSet.allOf(Label.class);
        accepted.removeIf(label -> !names.contains(label.name()));
        return accepted.isEmpty() ? EnumSet.allOf(Label.class) : accepted;
    }

    private static int unit(Gold gold, Span raw) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < gold.units().size(); i++) {
            Span unit = gold.units().get(i);
            int shared = Math.min(raw.end(), unit.end()) - Math.max(raw.start(), unit.start());
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best;
    }
}
