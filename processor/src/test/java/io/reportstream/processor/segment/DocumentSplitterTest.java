package io.reportstream.processor.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Span;
import io.reportstream.processor.SpecFile;
import io.reportstream.processor.clean.TextCleaner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSplitterTest {
    private final TextCleaner cleaner = new TextCleaner();
    private final DocumentSplitter splitter = new DocumentSplitter();

    @TestFactory
    Stream<DynamicTest> boilerplateSpec() {
        return SpecFile.read("/spec/boilerplate.txt").stream()
                .map(example -> dynamicTest(
                        example.title(),
                        () -> assertThat(boilerplate(example.input())).isEqualTo(example.expected())));
    }

    @TestFactory
    Stream<DynamicTest> documentsSpec() {
        return SpecFile.read("/spec/documents.txt").stream()
                .map(example -> dynamicTest(
                        example.title(),
                        () -> assertThat(documents(example.input())).isEqualTo(example.expected())));
    }

    @Test
    void aTextOfBoilerplateAloneHoldsNoDocument() {
        SplitText split = split("首页 > 政务公开 > 正文\n版权所有 某某网站");
        assertThat(split.documents()).isEmpty();
        assertThat(split.boilerplate()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "首页",
                "首页\n",
                "来源:",
                "版权所有\n",
                "【篇一】\n",
                "一、",
                "(一)",
                "> ",
                "上一篇:",
                "2014年工作总结\n",
                "相关链接\n",
                "2014-01-01 ",
                "。",
                "甲市",
                "市",
                "全市工作总结\n。\n",
                "局:好。\n",
                "到达1、5万。",
                "【篇一】\n甲县完成造林。\n",
                "甲县农业局\n甲县2014年工作总结\n"
            })
    @Timeout(120)
    void staysLinearOnHostileText(String hostile) {
        SplitText split = split(hostile.repeat(1_000_000 / hostile.length()));
        requireOrder(split);
    }

    private SplitText split(String raw) {
        return splitter.split(cleaner.clean(raw));
    }

    private String boilerplate(String raw) {
        SplitText split = split(raw);
        requireOrder(split);
        StringBuilder found = new StringBuilder();
        for (Boilerplate each : split.boilerplate()) {
            String surface = split.text().text().substring(each.start(), each.end());
            found.append(each.kind()).append("  ").append(surface).append('\n');
        }
        return found.toString().stripTrailing();
    }

    private String documents(String raw) {
        SplitText split = split(raw);
        requireOrder(split);
        StringBuilder found = new StringBuilder();
        for (DocumentDraft draft : split.documents()) {
            String text = draft.span().of(split.text().text());
            found.append(draft.title())
                    .append("  ")
                    .append(draft.region())
                    .append("  ")
                    .append(draft.year())
                    .append("  ")
                    .append(draft.genre())
                    .append("  ")
                    .append(text.substring(0, Math.min(12, text.length())).replace('\n', ' '))
                    .append('\n');
        }
        return found.toString().stripTrailing();
    }

    private static void requireOrder(SplitText split) {
        int at = 0;
        for (Boilerplate each : split.boilerplate()) {
            assertThat(each.start()).as("start of %s", each).isGreaterThanOrEqualTo(at);
            at = each.end();
        }
        int end = 0;
        for (DocumentDraft draft : split.documents()) {
            Span span = draft.span();
            assertThat(span.start()).as("start of %s", draft).isGreaterThanOrEqualTo(end);
            assertThat(span.isEmpty()).isFalse();
            end = span.end();
        }
        assertThat(end).isLessThanOrEqualTo(split.text().text().length());
    }
}
