package io.reportstream.bench;

import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.tokenizer.StandardTokenizer;
import io.reportstream.contract.Analysis;
import io.reportstream.contract.Outcome;
import io.reportstream.processor.analyze.Analyzer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A whole analysis of the seed documents beside a mere segmentation of the same text into words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnalysisSpeed {
    private final String text = Texts.seeds();
    private final Analyzer analyzer = new Analyzer();

    @Benchmark
    public Outcome<Analysis> analysis() {
        return analyzer.analyze(text);
    }

    @Benchmark
    public List<Term> segmentation() {
        return StandardTokenizer.segment(text);
    }
}
