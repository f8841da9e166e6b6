package io.reportstream.processor.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.reportstream.contract.Span;
import io.reportstream.contract.Warning;
import io.reportstream.processor.SpecFile;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {
    private final TextCleaner cleaner = new TextCleaner();

    @TestFactory
    Stream<DynamicTest> cleanSpec() {
        return SpecFile.read("/spec/clean.txt").stream()
                .map(example -> dynamicTest(example.title(), () -> {
                    assertThat(clean(example.input())).isEqualTo(example.expected());
                    assertThat(clean(example.expected())).as("cleaned again").isEqualTo(example.expected());
                }));
    }

    @Test
    void everyCleanCodeUnitKnowsItsRawSpan() {
        CleanText text = cleaner.clean("甲(jiǎ)&nbsp;５％<br>領(lǐng)導(dǎo)");
        assertThat(text.text()).isEqualTo("甲 5%\n领导");
        assertThat(raw(text, "甲")).isEqualTo("甲");
        assertThat(raw(text, " ")).isEqualTo("&nbsp;");
        assertThat(raw(text, "5%")).isEqualTo("５％");
        assertThat(raw(text, "\n")).isEqualTo("<br>");
        assertThat(raw(text, "领导")).isEqualTo("領(lǐng)導");
        assertThat(text.rawOffset(text.text().length())).isEqualTo(text.raw().length());
    }

    @Test
    void showsPunctuationAsWideAsItWasPrinted() {
        CleanText text = cleaner.clean("第\uFF11章\uFF1A“\uFF27\uFF24\uFF30”\uFF08试行\uFF09(二)");
        Span all = new Span(0, text.text().length());
        assertThat(all.of(text.text())).isEqualTo("第1章:“GDP”(试行)(二)");
        assertThat(text.display(all)).isEqualTo("第1章\uFF1A“GDP”\uFF08试行\uFF09(二)");
    }

    @Test
    void lineEndsAreTheSameInAnyForm() {
        String lines = "第一行\n\n第二行\n  第三行";
        assertThat(clean(lines.replace("\n", "\r\n"))).isEqualTo(clean(lines));
        assertThat(clean(lines.replace("\n", "\r"))).isEqualTo(clean(lines));
        assertThat(clean(lines.replace("\n", "\u2028"))).isEqualTo(clean(lines));
    }

    @Test
    void halfCharactersAndUnreadableBytesAreDroppedAndReported() {
        CleanText text = cleaner.clean("增\uD800\uD801长\u0000率\uFFFD\uDC00高𠮷");
        assertThat(text.text()).isEqualTo("增长率高𠮷");
        assertThat(text.warnings())
                .extracting(Warning::start, Warning::end, Warning::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 3, Warning.Code.LONE_SURROGATE),
                        org.assertj.core.groups.Tuple.tuple(6, 7, Warning.Code.UNREPAIRED_BYTES),
                        org.assertj.core.groups.Tuple.tuple(7, 8, Warning.Code.LONE_SURROGATE));
    }

    @Test
    void keepsABoundedNumberOfWarnings() {
        assertThat(cleaner.clean("甲\uD800".repeat(1000)).warnings()).hasSize(WarningList.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "<",
                "(",
                "<!--",
                "-->",
                "&amp;",
                "<b>",
                "<script>",
                "&#",
                "<b",
                "<<<>>>",
                "甲(",
                "\uD800",
                "\0",
                "領(lǐng)",
                "甲、",
                "&& ",
                "&lt;!--",
                "1、",
                "</script><script>",
                "！痘鶎",
                "。\u3000\u3000",
                "　"
            })
    @Timeout(120)
    void staysLinearOnHostileText(String hostile) {
        String raw = hostile.repeat(1_000_000 / hostile.length());
        CleanText text = cleaner.clean(raw);
        requireConsistent(text);
    }

    @Test
    void randomDebrisIsCleanedOnceAndForAll() {
        String[] parts = {
            "&", "amp;", "lt", ";", "<", ">", "b", "!--", "-->", "script", "/", "(", "lǐng", ")", "領", "導", "l", " ",
            "\n", "\u3000", "。", "U+00A0", "#60", "nbsp", "=", "、", "1", "５", "％", "！", "？", "萍", "季", "F", "到达", "亿"
        };
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder raw = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                raw.append(parts[random.nextInt(parts.length)]);
            }
            CleanText text = cleaner.clean(raw.toString());
            requireConsistent(text);
            assertThat(clean(text.text())).as("cleaned again: %s", raw).isEqualTo(text.text());
        }
    }

    private static void requireConsistent(CleanText text) {
        int before = 0;
        for (int i = 0; i < text.text().length(); i++) {
            Span raw = text.toRaw(new Span(i, i + 1));
            if (raw.start() < before || raw.end() > text.raw().length()) {
                throw new AssertionError("raw span of " + i + " is " + raw + " after " + before);
            }
            before = raw.start();
        }
    }

    private String clean(String raw) {
        return cleaner.clean(raw).text();
    }

    private static String raw(CleanText text, String part) {
        int at = text.text().indexOf(part);
        return text.toRaw(new Span(at, at + part.length())).of(text.raw());
    }
}
