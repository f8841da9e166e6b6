package io.reportstream.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.reportstream.contract.Label;
import io.reportstream.contract.Outcome;
import io.reportstream.processor.SpecFile;
import io.reportstream.processor.analyze.Analyzer;
import io.reportstream.processor.segment.Outline;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SentenceClassifierTest {
    private static final Map<Label, String> LETTER =
            Map.of(Label.ACHIEVEMENT, "A", Label.PROBLEM, "P", Label.PLAN, "L", Label.OTHER, "O");
    private static final Analyzer ANALYZER = new Analyzer();

    @TestFactory
    Stream<DynamicTest> classifySpec() {
        return SpecFile.read("/spec/classify.txt").stream()
                .map(example -> dynamicTest(
                        example.title(),
                        () -> assertThat(table(example.input())).isEqualTo(example.expected())));
    }

    @Test
    void givesTheSameTwice() {
        SpecFile.read("/spec/classify.txt")
                .forEach(each -> assertThat(table(each.input())).isEqualTo(table(each.input())));
    }

    @Test
    void chancesOfAChainAddUpToOne() {
        double[][] evidence = {{1, 0, 0, 0}, {0, 0, 40, 0}, {-60, 700, 0, 0}};
        double[][] stay = {{0, 0, 0, 0}, {2, 2, 2, 2}, {-2, 1, 0, 9}};
        for (double[] chances : Chain.marginals(evidence, stay)) {
            assertThat(chances[0] + chances[1] + chances[2] + chances[3]).isBetween(1 - 1e-9, 1 + 1e-9);
        }
    }

    private static String table(String report) {
        Analyzer.Classified classified = ((Outcome.Accepted<Analyzer.Classified>) ANALYZER.clean(report)
                        .then(ANALYZER::split)
                        .then(ANALYZER::segment)
                        .then(ANALYZER::classify))
                .value();
        StringJoiner table = new StringJoiner("\n");
        for (int d = 0; d < classified.judgements().size(); d++) {
            Outline outline = classified.segmented().outlines().get(d).orElseThrow();
            List<Judgement> judgements = classified.judgements().get(d).orElseThrow();
            for (int i = 0; i < judgements.size(); i++) {
                String sentence = outline.sentences()
                        .get(i)
                        .span()
                        .of(classified.segmented().split().text().text());
                table.add(LETTER.get(judgements.get(i).label()) + " " + sentence);
            }
        }
        return table.toString();
    }
}
