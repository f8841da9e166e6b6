package io.reportstream.processor.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Metric;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final String TEXT = "首页\n全市新增企业12家。明年力争新增20家;\n谢谢!";

    private static final String GOLD = """
            {"source": "a.txt",
             "documents": [{"first": 1, "last": 3, "title": null, "region": "甲市", "year": [2020, 2021], "genre": "SUMMARY"}],
             "labels": {"0": "BOILERPLATE", "1": "ACHIEVEMENT", "2": ["PLAN", "OTHER"], "3": "OTHER"},
             "metrics": [
               {"unit": 1, "quote": "12家", "value": 12, "measure": "家", "indicator": "新增企业", "type": "AMOUNT",
                "status": "ACTUAL", "qualifier": "EXACT", "period": "今年"},
               {"unit": 2, "quote": "20家", "value": 20, "measure": "家", "indicator": "新增企业", "type": "AMOUNT",
                "status": "TARGET", "qualifier": "EXACT", "period": "明年"}]}
            """;

    @Test
    void unitsEndAsTheGoldFilesAreNumbered() {
        assertThat(Units.of("甲。乙!丙?丁;戊\n\u3000\n己\uff1b庚\uff01"))
                .extracting(span -> span.of("甲。乙!丙?丁;戊\n\u3000\n己\uff1b庚\uff01"))
                .containsExactly("甲。", "乙!", "丙?", "丁;", "戊", "己\uff1b庚\uff01");
    }

    @Test
    void givesFullMarksToWhatTheGoldSays() {
        for (Gold gold : GoldSet.shipped("dev")) {
            Score score = new Score();
            score.add(gold, ideal(gold));
            Measures measures = score.measures();
            assertThat(score.errors()).isEmpty();
            assertThat(measures.get("sections.macro-f1")).hasValue(1);
            assertThat(measures.get("metrics.full-f1")).hasValue(1);
            assertThat(measures.get("documents.starts-f1")).hasValue(1);
        }
    }

    @Test
    void countsEachKindOfMistake() {
        Gold gold = GoldReader.read("a.gold.json", GOLD, source -> TEXT);
        Metric right = metric(gold.metrics().get(0).span(), "12家", 12, MetricStatus.ACTUAL);
        Metric wrongStatus = metric(gold.metrics().get(1).span(), "20家", 20, MetricStatus.ACTUAL);
        Metric extra = metric(new Span(3, 5), "全市", 1, MetricStatus.ACTUAL);
        Document document = new Document(
                3,
                TEXT.length(),
                null,
                "乙市",
                2021,
                Genre.SUMMARY,
                List.of(
                        new Section(Label.ACHIEVEMENT, 3, 13, null, 0, 0.9),
                        new Section(Label.PROBLEM, 13, TEXT.length(), null, 0, 0.6)),
                List.of(right, wrongStatus, extra));
        Score score = new Score();
        score.add(gold, new Analysis(List.of(document), List.of(), List.of(), "test"));
        Measures measures = score.measures();
        assertThat(measures.get("sections.accuracy")).hasValue(1.0 / 3);
        assertThat(measures.get("sections.macro-f1")).hasValue(1.0 / 3);
        assertThat(measures.get("boilerplate.recall")).hasValue(0);
        assertThat(measures.get("content.dropped")).hasValue(0);
        assertThat(measures.get("documents.region")).hasValue(0);
        assertThat(measures.get("documents.year")).hasValue(1);
        assertThat(measures.get("metrics.found-f1")).hasValue(0.8);
        assertThat(measures.get("metrics.full-f1")).hasValue(0.4);
        assertThat(measures.get("metrics.status")).hasValue(0.5);
        assertThat(score.errors()).hasSize(7).anyMatch(error -> error.startsWith("a.txt unit 3: OTHER got PROBLEM"));
    }

    @Test
    void namesTheFileAndThePlaceOfAFault() {
        assertThatThrownBy(() -> GoldReader.read("a.gold.json", GOLD.replace("12家", "13家"), source -> TEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.gold.json: metric 13家 in unit 1: quote not found");
    }

    @Test
    void findsPhrasesSimilarAsTheGuidelineDoes() {
        assertThat(Similarity.similar("高新技术企业", "国家高新技术企业")).isTrue();
        assertThat(Similarity.similar("发明专利授权量", "授权发明专利量")).isTrue();
        assertThat(Similarity.similar("企业", "国家级高新技术企业")).isFalse();
        assertThat(Similarity.similar("产值", null)).isFalse();
    }

    private static Analysis ideal(Gold gold) {
        List<Boilerplate> boilerplate = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (Gold.Doc doc : gold.documents()) {
            List<Section> sections = new ArrayList<>();
            for (int unit = doc.first(); unit <= doc.last(); unit++) {
                String label = gold.labels()
                        .getOrDefault(unit, Set.of("OTHER"))
                        .iterator()
                        .next();
                Span span = gold.units().get(unit);
                sections.add(new Section(
                        label.equals(Gold.BOILERPLATE) ? Label.OTHER : Label.valueOf(label),
                        span.start(),
                        span.end(),
                        null,
                        0,
                        1));
            }
            List<Metric> metrics = documents.isEmpty()
                    ? gold.metrics().stream()
                            .map(fact -> new Metric(
                                    fact.span().start(),
                                    fact.span().end(),
                                    fact.quote(),
                                    BigDecimal.valueOf(fact.value()),
                                    fact.high() == null ? null : BigDecimal.valueOf(fact.high()),
                                    fact.measure(),
                                    fact.indicator(),
                                    null,
                                    fact.type(),
                                    fact.status(),
                                    fact.qualifier(),
                                    fact.period(),
                                    null,
                                    null,
                                    0,
                                    1))
                            .toList()
                    : List.of();
            documents.add(new Document(
                    sections.get(0).start(),
                    sections.get(sections.size() - 1).end(),
                    null,
                    doc.region(),
                    doc.years().stream().findFirst().orElse(null),
                    doc.genres().iterator().next(),
                    sections,
                    metrics));
        }
        gold.labels().forEach((unit, labels) -> {
            if (labels.equals(Set.of(Gold.BOILERPLATE))) {
                Span span = gold.units().get(unit);
                boilerplate.add(new Boilerplate(span.start(), span.end(), Boilerplate.Kind.OTHER));
            }
        });
        return new Analysis(documents, boilerplate, List.of(), "test");
    }

    private static Metric metric(Span span, String surface, int value, MetricStatus status) {
        return new Metric(
                span.start(),
                span.end(),
                surface,
                BigDecimal.valueOf(value),
                null,
                "家",
                "新增企业",
                null,
                MetricType.AMOUNT,
                status,
                Qualifier.EXACT,
                null,
                null,
                null,
                0,
                1);
    }
}
