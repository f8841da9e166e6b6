package io.reportstream.processor.analyze;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Json;
import io.reportstream.contract.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses files without Kafka. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Analyses reports without Kafka: one line of JSON per file on standard output, or a file each.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all files were analysed", "1:some were not; standard error says why", "2:bad usage"})
public final class AnalyzeCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Text files in UTF-8 or GB18030, folders (all files below), or - for standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Write DIR/<file name>.json instead of standard output.")
    private @Nullable Path out;

    @Option(names = "--table", description = "Write a table for people instead of JSON.")
    private boolean table;

    private final Analyzer analyzer = new Analyzer();

    @Override
    public Integer call() {
        boolean complete = true;
        for (Path path : paths) {
            try {
                for (Path file : files(path)) {
                    complete &= analyze(file, path);
                }
            } catch (IOException | UncheckedIOException e) {
                complete = fail(path, String.valueOf(e.getMessage()));
            }
        }
        spec.commandLine().getOut().flush();
        return complete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private boolean analyze(Path file, Path given) {
        try {
            String raw = read(file);
            Outcome<Analysis> outcome = analyzer.analyze(raw);
            if (outcome instanceof Outcome.Rejected<Analysis> rejected) {
                return fail(
                        file,
                        "rejected, " + rejected.rejection().reason() + ": "
                                + rejected.rejection().detail());
            }
            write(file, given, raw, ((Outcome.Accepted<Analysis>) outcome).value());
            return true;
        } catch (IOException e) {
            return fail(file, e.toString());
        }
    }

    private static String read(Path file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return TextFile.read(System.in);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return TextFile.read(in);
        }
    }

    private void write(Path file, Path given, String raw, Analysis analysis) throws IOException {
        String text = table ? AnalysisTable.of(raw, analysis) : Json.MAPPER.writeValueAsString(analysis) + "\n";
        Path folder = out;
        if (folder == null) {
            PrintWriter standardOutput = spec.commandLine().getOut();
            standardOutput.print(text);
            return;
        }
        Path target = folder.resolve(target(file, given) + (table ? ".txt" : ".json"));
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(target, text, StandardCharsets.UTF_8);
    }

    /** The file's place below the folder that was given, so that equal names in two folders do not meet. */
    private static String target(Path file, Path given) {
        if (file.equals(STANDARD_INPUT)) {
            return "stdin";
        }
        Path name = file.equals(given) ? file.getFileName() : given.relativize(file);
        return String.valueOf(name);
    }

    private boolean fail(Path file, String why) {
        spec.commandLine().getErr().println(file + ": " + why);
        spec.commandLine().getErr().flush();
        return false;
    }
}
