package io.reportstream.bench;

import io.reportstream.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench analysis}: speed beside HanLP's, growth with length, first analysis in a fresh JVM. */
@Command(
        name = "analysis",
        description = "The analysis of one text: speed, growth with the length, start.",
        mixinStandardHelpOptions = true)
final class AnalysisBenchCommand implements Callable<Integer> {
    /** The heap that a text of 2,000,000 characters must do with. */
    private static final String HEAP = "-Xmx256m";

    @Option(names = "--quick", description = "One short iteration each: shows that it runs, measures little.")
    private boolean quick;

    @Option(names = "--only", description = "Part of a benchmark's name: Speed, Growth, First.", defaultValue = "")
    private String only = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws RunnerException, IOException {
        List<BenchRow> rows = new ArrayList<>();
        for (Class<?> benchmark : List.of(AnalysisSpeed.class, AnalysisGrowth.class, FirstAnalysis.class)) {
            if (benchmark.getSimpleName().contains(only)) {
                for (RunResult result : new Runner(options(benchmark).build()).run()) {
                    rows.add(BenchRow.of(result));
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(BenchRow.table(rows));
        out.println(Json.MAPPER.writeValueAsString(rows));
        return rows.isEmpty() ? 1 : 0;
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        boolean first = benchmark == FirstAnalysis.class;
        return new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .jvmArgsAppend(HEAP, "--enable-native-access=ALL-UNNAMED")
                .forks(first && !quick ? 5 : 1)
                .warmupIterations(first ? 0 : quick ? 1 : 4)
                .measurementIterations(first || quick ? 1 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 10 : 1000))
                .measurementTime(TimeValue.milliseconds(quick ? 10 : 1000))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }
}
