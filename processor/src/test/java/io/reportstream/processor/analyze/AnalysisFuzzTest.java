package io.reportstream.processor.analyze;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.reportstream.processor.SpecFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every text, tried on the examples of all spec files and on what once broke it (the files beside this class
 * in {@code AnalysisFuzzTestInputs}). With {@code JAZZER_FUZZ=1} in the environment a fuzzer goes on from there.
 */
class AnalysisFuzzTest {
    private static final List<String> SPECS = List.of(
            "boilerplate",
            "classify",
            "clean",
            "documents",
            "metrics-bureaus",
            "metrics-elided",
            "metrics-none",
            "metrics-numbers",
            "metrics-periods",
            "metrics-statistics",
            "outline");
    /** Debris that no example has; the fuzzer builds its texts of parts of what it is given. */
    private static final List<String> DEBRIS = List.of(
            "甲\uE000乙\uE001",
            "<script>甲</script",
            "<!--甲-->",
            "&&&#60;br&gt;",
            "！痘鶎油扑]领(lǐng)",
            "一、\r\n\u3000\u3000甲\0\uFFFD");

    static Stream<byte[]> examples() {
        Stream<String> inputs = SPECS.stream()
                .flatMap(name -> SpecFile.read("/spec/" + name + ".txt").stream())
                .map(SpecFile.Example::input);
        return Stream.concat(inputs, DEBRIS.stream()).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("examples")
    @FuzzTest(maxDuration = "5m")
    void cleaning(byte[] bytes) {
        Invariants.requireCleaned(text(bytes));
    }

    @MethodSource("examples")
    @FuzzTest(maxDuration = "5m")
    void analysis(byte[] bytes) {
        Invariants.requireAnalysed(text(bytes));
    }

    /** The first two private characters stand for surrogates without a partner, which no bytes in UTF-8 can mean. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace('\uE000', '\uD83D')
                .replace('\uE001', '\uDE00');
    }
}
