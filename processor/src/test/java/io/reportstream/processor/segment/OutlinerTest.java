package io.reportstream.processor.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Span;
import io.reportstream.processor.SpecFile;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.clean.TextCleaner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinerTest {
    private static final Outliner OUTLINER = new Outliner();

    @TestFactory
    Stream<DynamicTest> outlineSpec() {
        return SpecFile.read("/spec/outline.txt").stream()
                .map(example -> dynamicTest(example.title(), () -> {
                    CleanText text = new TextCleaner().clean(example.input());
                    assertThat(String.join("\n", OutlineText.of(text, outline(text))))
                            .isEqualTo(example.expected());
                }));
    }

    /** Numbers, brackets and dashes without end: the time grows with the length, and nothing is nested without bound. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "一、", "一、甲\n", "一是乙。", "(", "(一)丙\n", "1.", "1、丁。", "——戊\n", "问:", "问:己\n", "首先,庚。", "\n", "。", "甲"
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void takesTimeInProportionToTheText(String piece) {
        CleanText text = new TextCleaner().clean(piece.repeat(1_000_000 / piece.length()));
        long start = System.nanoTime();
        Outline outline = outline(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(outline.parts()).allMatch(part -> part.level() < 30);
        OutlineRules.check(text, outline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "一", "一、", "第", "(1", "1", "①", "\ud83d\ude00", "\ud83d", "首先", "——", "问:"})
    void readsScraps(String scrap) {
        CleanText text = new TextCleaner().clean(scrap);
        OutlineRules.check(text, outline(text));
    }

    private static Outline outline(CleanText text) {
        Span whole = new Span(0, text.text().length());
        return OUTLINER.outline(text, new DocumentDraft(whole, null, null, null, null, Genre.OTHER), List.of());
    }
}
