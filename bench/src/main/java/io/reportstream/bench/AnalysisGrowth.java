package io.reportstream.bench;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Outcome;
import io.reportstream.processor.analyze.Analyzer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How the cost of an analysis grows with the length of the text, for a report and for hostile texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnalysisGrowth {
    @Param({
        "report",
        "one-line",
        "headings",
        "brackets",
        "digits",
        "yi",
        "dashes",
        "numerals",
        "percent",
        "entities",
        "markup",
        "comments",
        "separators",
        "turns",
        "surrogates",
        "nul",
        "lines"
    })
    public String pattern = "report";

    @Param({"20000", "2000000"})
    public int length;

    private String text = "";
    private Analyzer analyzer = new Analyzer();

    @Setup
    public void repeatPattern() {
        text = Texts.ofLength(pattern, length);
        analyzer = new Analyzer();
    }

    @Benchmark
    public Outcome<Analysis> analysis() {
        return analyzer.analyze(text);
    }
}
