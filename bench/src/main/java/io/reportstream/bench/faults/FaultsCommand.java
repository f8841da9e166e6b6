package io.reportstream.bench.faults;

import io.reportstream.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench faults}: kills, freezes and restarts every part under load, then looks for what is lost or doubled. */
@Command(
        name = "faults",
        description = "Breaks every part of a running stream under load, again and again, and counts what is lost or"
                + " doubled. Exit code 1 if anything is.",
        mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {
    /** Texts of the largest allowed size: longer than the analyser takes, so they end as rejections of 8 MiB. */
    private static final int LARGEST_CHARS = 8_300_000;

    @Option(names = "--seed", defaultValue = "1", description = "Decides faults and texts (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rounds", defaultValue = "10", description = "Rounds (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--faults", defaultValue = "12", description = "Faults per round (default: ${DEFAULT-VALUE}).")
    private int faultsPerRound;

    @Option(names = "--rate", defaultValue = "20", description = "Submissions per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Empty directory for data and logs (default: a temporary one, removed if all went well).")
    private @Nullable Path data;

    @Spec
    private CommandSpec spec;

    /** One line of the table. */
    record Round(
            int round,
            int faults,
            int accepted,
            int records,
            int facts,
            int lost,
            int doubled,
            double settledSeconds) {}

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = data == null
                ? Files.createTempDirectory("reportstream-faults-")
                : Files.createDirectories(data).toAbsolutePath();
        out.println("logs in " + directory + ", seed " + seed);
        List<Round> table = new ArrayList<>();
        Map<String, Object> report = new LinkedHashMap<>();
        boolean clean = false;
        try (Rig rig = new Rig(directory)) {
            rig.start();
            refuseOneKind(rig);
            Faults faults = new Faults(rig, seed);
            try (Load load = new Load(rig, seed, 4, rate);
                    Reconciliation reconciliation = new Reconciliation(rig)) {
                clean = largestAndOneMore(load, out);
                for (int round = 1; round <= rounds && clean; round++) {
                    clean = round(round, rig, faults, load, reconciliation, table, out);
                }
                report.put("attempts", load.attempts());
                report.put("unanswered", load.unanswered());
            }
            report.put("faults", faults.done());
            report.put("endedAlone", rig.diedAlone());
        }
        report.put("seed", seed);
        report.put("rounds", table);
        report.put("clean", clean);
        out.println(Json.MAPPER.writeValueAsString(report));
        if (clean && data == null) {
            delete(directory);
        }
        return clean ? 0 : 1;
    }

    private boolean round(
            int number,
            Rig rig,
            Faults faults,
            Load load,
            Reconciliation reconciliation,
            List<Round> table,
            PrintWriter out) {
        load.resume();
        int until = faults.count() + faultsPerRound;
        while (faults.count() < until) {
            faults.next();
        }
        rig.heal();
        faults.writable();
        load.pause();
        Reconciliation.Result result = reconciliation.settle(load.accepted(), Duration.ofMinutes(3));
        table.add(new Round(
                number,
                faults.count(),
                result.accepted(),
                result.records(),
                result.facts(),
                result.lost().size(),
                result.doubled().size(),
                result.settled().toMillis() / 1000.0));
        Round row = table.get(table.size() - 1);
        out.printf(
                "round %2d: %3d faults, %6d accepted, %6d raw records, %7d facts, %d lost, %d doubled, settled in %.1f s%n",
                row.round(),
                row.faults(),
                row.accepted(),
                row.records(),
                row.facts(),
                row.lost(),
                row.doubled(),
                row.settledSeconds());
        result.lost().stream().limit(20).forEach(fact -> out.println("  lost: " + fact));
        result.doubled().stream().limit(20).forEach(fact -> out.println("  doubled: " + fact));
        load.unexpected().forEach(answer -> out.println("  unexpected: " + answer));
        out.flush();
        return result.clean() && load.unexpected().isEmpty();
    }

    /** From now on the database refuses the rows of some reports. */
    private static void refuseOneKind(Rig rig) throws SQLException {
        try (Connection connection = rig.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table report add constraint refused_on_purpose check (id not like 'refused-%')");
        }
    }

    private static boolean largestAndOneMore(Load load, PrintWriter out) {
        HttpClient http = HttpClient.newHttpClient();
        load.submit(http, "largest", 1, "报告" + "x".repeat(LARGEST_CHARS));
        int status = load.post(
                http, Json.bytes(Map.of("id", "too-large", "source", "faults", "text", "x".repeat(8_400_000))));
        if (status != 413) {
            out.println("a body above the limit got " + status + " instead of 413");
        }
        return status == 413;
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
