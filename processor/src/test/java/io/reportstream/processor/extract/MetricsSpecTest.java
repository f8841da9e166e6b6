package io.reportstream.processor.extract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.reportstream.contract.Label;
import io.reportstream.processor.SpecFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Examples of what is a metric and what is none; titles that begin with "plan:" are read as plans. */
class MetricsSpecTest {
    private static final List<String> FILES = List.of(
            "/spec/metrics-bureaus.txt",
            "/spec/metrics-elided.txt",
            "/spec/metrics-lists.txt",
            "/spec/metrics-none.txt",
            "/spec/metrics-numbers.txt",
            "/spec/metrics-periods.txt",
            "/spec/metrics-statistics.txt");

    @TestFactory
    Stream<DynamicTest> readsMetrics() {
        return FILES.stream().flatMap(file -> SpecFile.read(file).stream().map(example -> test(file, example)));
    }

    private static DynamicTest test(String file, SpecFile.Example example) {
        Label label = example.title().startsWith("plan:") ? Label.PLAN : Label.ACHIEVEMENT;
        return dynamicTest(file + ": " + example.title(), () -> {
            String found = ExtractFixture.extract(example.input(), label).stream()
                    .map(ExtractFixture::line)
                    .collect(joining("\n"));
            assertThat(found).isEqualTo(example.expected());
        });
    }
}
