package io.reportstream.bench.faults;

import io.reportstream.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench flood}: sends many times what the processors can do, then looks for what is lost or doubled. */
@Command(
        name = "flood",
        description =
                "Submits many times what the processors can do, then waits for all that was accepted and counts what"
                        + " is lost or doubled. Exit code 1 if anything is, if a process ended, if a refusal had no Retry-After,"
                        + " or if nothing was refused.",
        mixinStandardHelpOptions = true)
public final class FloodCommand implements Callable<Integer> {
    private static final Set<Integer> ALLOWED = Set.of(0, 202, 429, 503);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofMinutes(10);

    @Option(names = "--seconds", defaultValue = "60", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Submissions per second, at most (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--workers", defaultValue = "32", description = "Submitters at a time (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--parts",
            defaultValue = "5",
            description = "Length of a report, in parts of some 300 characters (default: ${DEFAULT-VALUE}).")
    private int parts;

    @Option(
            names = "--max-lag",
            defaultValue = "500",
            description = "The producer's producer.max.lag (default: ${DEFAULT-VALUE}).")
    private int maxLag;

    @Option(names = "--seed", defaultValue = "1", description = "Decides the texts (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Empty directory for data and logs (default: a temporary one, removed if all went well).")
    private @Nullable Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = data == null
                ? Files.createTempDirectory("reportstream-flood-")
                : Files.createDirectories(data).toAbsolutePath();
        out.println("logs in " + directory + ", seed " + seed);
        boolean clean;
        try (Rig rig = new Rig(directory, List.of("producer.max.lag=" + maxLag))) {
            rig.start();
            try (Highest highest = new Highest(rig.metrics());
                    Reconciliation reconciliation = new Reconciliation(rig)) {
                clean = flood(rig, highest, reconciliation, out);
            }
        }
        if (clean && data == null) {
            FaultsCommand.delete(directory);
        }
        return clean ? 0 : 1;
    }

    private boolean flood(Rig rig, Highest highest, Reconciliation reconciliation, PrintWriter out)
            throws IOException, SQLException, InterruptedException {
        Flood flood = new Flood(rig.intake(), seed, workers, rate, parts);
        // What is compiled late would make the stream look slower than it is.
        flood.run(WARM_UP);
        awaitStored(rig, flood.accepted().size());
        int before = stored(rig);
        Map<Integer, Integer> answersBefore = flood.answers();
        long begin = System.nanoTime();
        flood.run(Duration.ofSeconds(seconds));
        double took = (System.nanoTime() - begin) / 1e9;
        int stored = stored(rig) - before;
        long ended = System.nanoTime();
        awaitStored(rig, flood.accepted().size());
        double drained = (System.nanoTime() - ended) / 1e9;
        Reconciliation.Result result = reconciliation.settle(flood.accepted(), Duration.ofMinutes(5));
        Map<Integer, Integer> answers = flood.answers();
        answersBefore.forEach((status, count) -> answers.merge(status, -count, Integer::sum));
        int offered = answers.values().stream().mapToInt(Integer::intValue).sum();
        int refused = answers.getOrDefault(429, 0) + answers.getOrDefault(503, 0);

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("seconds", took);
        report.put("offered", offered);
        report.put("answers", answers);
        report.put("storedMeanwhile", stored);
        report.put("offeredToStored", stored == 0 ? null : (double) offered / stored);
        report.put("refusedWithoutRetryAfter", flood.withoutRetryAfter());
        report.put("highestLag", highest.lag());
        report.put("highestHeapMebibytes", highest.heapMebibytes());
        report.put("endedAlone", rig.diedAlone());
        report.put("accepted", result.accepted());
        report.put("facts", result.facts());
        report.put("lost", result.lost().size());
        report.put("doubled", result.doubled().size());
        report.put("drainedSeconds", drained);
        boolean clean = result.clean()
                && refused > 0
                && flood.withoutRetryAfter() == 0
                && rig.diedAlone().isEmpty()
                && ALLOWED.containsAll(answers.keySet());
        report.put("clean", clean);
        out.printf(
                "%d submissions in %.0f s: %d accepted, %d refused with 429 or 503, %d without an answer%n"
                        + "%d stored meanwhile, so %.1f times what the stream could do; heap at most %s MiB%n"
                        + "all accepted reports compared: %d facts, %d lost, %d doubled; the last was stored %.1f s after the flood%n",
                offered,
                took,
                answers.getOrDefault(202, 0),
                refused,
                answers.getOrDefault(0, 0),
                stored,
                stored == 0 ? Double.NaN : (double) offered / stored,
                highest.heapMebibytes(),
                result.facts(),
                result.lost().size(),
                result.doubled().size(),
                drained);
        result.lost().stream().limit(20).forEach(fact -> out.println("  lost: " + fact));
        result.doubled().stream().limit(20).forEach(fact -> out.println("  doubled: " + fact));
        out.println(Json.MAPPER.writeValueAsString(report));
        out.flush();
        return clean;
    }

    /** Returns when as many reports are stored, or after ten minutes: then some are missing. */
    private static void awaitStored(Rig rig, int reports) throws SQLException {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (stored(rig) < reports && System.nanoTime() < deadline) {
            Rig.pause(500);
            rig.supervise();
        }
    }

    private static int stored(Rig rig) throws SQLException {
        try (Connection connection = rig.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from report")) {
            row.next();
            return row.getInt(1);
        }
    }
}
