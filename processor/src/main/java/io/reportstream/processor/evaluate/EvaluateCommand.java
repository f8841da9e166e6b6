package io.reportstream.processor.evaluate;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Outcome;
import io.reportstream.processor.analyze.Analyzer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores the analyser against gold files. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores the analyser against the gold files that the project ships, or against others.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:scored, and no measure is under its floor", "1:a measure is under its floor", "2:bad usage"})
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--set",
            paramLabel = "NAME",
            description = "Which shipped gold: dev (science bureaus) or more (other genres).")
    private GoldName set = GoldName.dev;

    @Option(names = "--gold", paramLabel = "DIR", description = "Folder of *.gold.json files; needs --sources.")
    private @Nullable Path gold;

    @Option(names = "--sources", paramLabel = "DIR", description = "Folder of the texts that the gold files name.")
    private @Nullable Path sources;

    @Option(names = "--errors", description = "List every disagreement with the gold.")
    private boolean errors;

    @Option(names = "--each", description = "Show the figures of every gold file too.")
    private boolean each;

    @Option(
            names = "--fail-under",
            paramLabel = "MEASURE=VALUE",
            description = "Exit with 1 if the measure, named as in the table, is lower. May be given several times.")
    private Map<String, Double> floors = new LinkedHashMap<>();

    /** Names as they are typed. */
    private enum GoldName {
        dev,
        more
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Analyzer analyzer = new Analyzer();
        Score total = new Score();
        for (Gold one : golds()) {
            Analysis analysis = analyze(analyzer, one);
            total.add(one, analysis);
            if (each) {
                Score score = new Score();
                score.add(one, analysis);
                out.printf("== %s%n%s%n", one.source(), score.measures().table());
            }
        }
        if (errors) {
            total.errors().forEach(out::println);
        }
        out.print(total.measures().table());
        print(out, "section", "units", total.sectionReliability());
        print(out, "metric", "rows", total.metricReliability());
        boolean good = reachesFloors(total.measures(), out);
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, String what, String counted, Reliability reliability) {
        out.printf("%nReliability of %s confidence, mean error %.3f%n", what, reliability.error());
        out.print(reliability.table(counted));
    }

    private List<Gold> golds() {
        Path folder = gold;
        Path texts = sources;
        if (folder != null && texts != null) {
            return GoldSet.read(folder, texts);
        }
        if (folder != null || texts != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--gold and --sources go together");
        }
        return GoldSet.shipped(set.name());
    }

    private static Analysis analyze(Analyzer analyzer, Gold gold) {
        Outcome<Analysis> outcome = analyzer.analyze(gold.text());
        if (outcome instanceof Outcome.Accepted<Analysis> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException(
                gold.source() + " was rejected: " + ((Outcome.Rejected<Analysis>) outcome).rejection());
    }

    private boolean reachesFloors(Measures measures, PrintWriter out) {
        boolean good = true;
        for (Map.Entry<String, Double> floor : floors.entrySet()) {
            OptionalDouble value = measures.get(floor.getKey());
            if (value.isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--fail-under: no measure " + floor.getKey());
            }
            if (value.getAsDouble() < floor.getValue()) {
                out.printf("%s is %.3f, under %s%n", floor.getKey(), value.getAsDouble(), floor.getValue());
                good = false;
            }
        }
        return good;
    }
}
