package io.reportstream.bench;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Outcome;
import io.reportstream.processor.analyze.Analyzer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first analysis in a fresh JVM, lexicons and dictionaries loaded on the way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FirstAnalysis {
    private final String text = Texts.seeds();

    @Benchmark
    public Outcome<Analysis> first() {
        return new Analyzer().analyze(text);
    }
}
