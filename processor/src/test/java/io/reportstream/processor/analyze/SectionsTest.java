package io.reportstream.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Section;
import io.reportstream.processor.evaluate.Gold;
import io.reportstream.processor.evaluate.GoldSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final Analyzer ANALYZER = new Analyzer();

    @Test
    void joinsSentencesOfOneLabelUnderOneHeading() {
        String text = "一、主要成效\n新增企业12家。建成平台3个。\n(一)投资\n完成投资5亿元。\n二、下一步打算\n继续抓好招商。\n";
        List<Section> sections = analyze(text).documents().get(0).sections();
        assertThat(sections).extracting(Section::heading).containsExactly("一、主要成效", "(一)投资", "二、下一步打算");
        assertThat(sections).extracting(Section::level).containsExactly(1, 2, 1);
        assertThat(sections)
                .extracting(section -> text.substring(section.start(), section.end()))
                .containsExactly("一、主要成效\n新增企业12家。建成平台3个。", "(一)投资\n完成投资5亿元。", "二、下一步打算\n继续抓好招商。");
    }

    /** In order, without overlap, and with boilerplate all that is printed in a document. */
    @Test
    void sectionsTileTheirDocument() {
        List<Gold> sources = new ArrayList<>(GoldSet.shipped("dev"));
        sources.addAll(GoldSet.shipped("more"));
        for (Gold gold : sources) {
            Analysis analysis = analyze(gold.text());
            BitSet boilerplate = new BitSet();
            for (Boilerplate each : analysis.boilerplate()) {
                boilerplate.set(each.start(), each.end());
            }
            for (Document document : analysis.documents()) {
                int covered = document.start();
                for (Section section : document.sections()) {
                    assertThat(section.start()).isGreaterThanOrEqualTo(covered);
                    assertThat(lettersLeftOut(gold.text(), covered, section.start(), boilerplate))
                            .isEmpty();
                    covered = section.end();
                }
                assertThat(lettersLeftOut(gold.text(), covered, document.end(), boilerplate))
                        .isEmpty();
            }
            assertThat(analyze(gold.text())).isEqualTo(analysis);
        }
    }

    private static String lettersLeftOut(String text, int from, int to, BitSet boilerplate) {
        StringBuilder left = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (Character.isIdeographic(text.charAt(i)) && !boilerplate.get(i)) {
                left.append(text.charAt(i));
            }
        }
        return left.toString();
    }

    private static Analysis analyze(String text) {
        return ((Outcome.Accepted<Analysis>) ANALYZER.analyze(text)).value();
    }
}
