package io.reportstream.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Label;
import io.reportstream.contract.Metric;
import io.reportstream.processor.lexicon.Tsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricExtractorTest {
    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "亿", "1-", "一", "第", "百分之", "1,000", "1.", "1年", "从1到", "(", "1家(", "、1", "近1万余", "同比增长", "截至",
                "1%、", "二〇", "“十", "其中1家,", "占1%", "1家企业1", "\ud83d", "共", "每万"
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void isLinearInHostileText(String piece) {
        List<Metric> metrics = ExtractFixture.extract(piece.repeat(MANY / piece.length()), Label.ACHIEVEMENT);

        assertThat(metrics).allSatisfy(metric -> assertThat(metric.end()).isLessThanOrEqualTo(MANY));
    }

    @TestFactory
    Stream<DynamicTest> knowsEveryUnitOfTheTable() {
        List<Tsv.Row> rows = Tsv.load("lexicon/units.tsv").rows();
        return rows.stream()
                .filter(row -> row.constant("kind", Unit.Kind.class) != Unit.Kind.NONE)
                .map(row -> DynamicTest.dynamicTest(row.text("surface"), () -> {
                    boolean time = row.constant("kind", Unit.Kind.class) == Unit.Kind.TIME;
                    String text = (time ? "平均寿命为12" : "总数为12") + row.text("surface") + "。";
                    String measure = row.cell("measure").isEmpty() ? row.text("surface") : row.text("measure");

                    assertThat(ExtractFixture.extract(text, Label.ACHIEVEMENT))
                            .extracting(Metric::measure)
                            .containsExactly(measure);
                }));
    }

    @Test
    void surfacesAreSlicesOfTheRawText() throws IOException {
        Random random = new Random(7);
        for (String text : seeds()) {
            for (int i = 0; i < 5; i++) {
                String spoiled = spoil(text, random);
                for (Metric metric : ExtractFixture.extract(spoiled, Label.ACHIEVEMENT)) {
                    assertThat(metric.surface()).isEqualTo(spoiled.substring(metric.start(), metric.end()));
                    assertThat(metric.high() == null || metric.high().compareTo(metric.value()) > 0)
                            .as("range of %s", metric)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void readsFullWidthTextAsHalfWidthText() throws IOException {
        for (String text : seeds()) {
            List<String> half = lines(text);

            assertThat(half).isNotEmpty();
            assertThat(lines(fullWidth(text))).hasSameSizeAs(half);
        }
    }

    private static List<String> lines(String text) {
        return ExtractFixture.extract(text, Label.ACHIEVEMENT).stream()
                .map(metric -> metric.indicator() + " " + metric.value() + metric.measure())
                .toList();
    }

    /** Punctuation and percent signs as most other texts print them. */
    private static String fullWidth(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append("%;:()".indexOf(c) >= 0 ? (char) (c + 0xFEE0) : c);
        }
        return out.toString();
    }

    private static String spoil(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(3)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, "0亿%-、(第百\ud800\u0000".charAt(random.nextInt(9)));
                default -> out.setCharAt(at, out.charAt(random.nextInt(out.length())));
            }
        }
        return out.toString();
    }

    private static List<String> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "seeds"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(MetricExtractorTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
