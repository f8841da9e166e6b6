package io.reportstream.sink.rejected;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Rejections by cause, those with most open ones first.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Mixin
    private final RejectedAccess access = new RejectedAccess();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(names = "--each", description = "One by one instead of by cause, the latest first.")
    private boolean each;

    @Option(names = "--limit", defaultValue = "50", description = "Most lines (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "One JSON object per line.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (HikariDataSource database = RejectedAccess.open(access.config())) {
            RejectionStore rejections = new RejectionStore(database);
            if (each) {
                print(out, rejections.rows(filter.filter(), limit));
            } else {
                printGroups(out, rejections.groups(filter.filter(), limit));
            }
        }
        out.flush();
        return 0;
    }

    private void printGroups(PrintWriter out, List<RejectionGroup> groups) throws IOException {
        if (json) {
            lines(out, groups);
            return;
        }
        out.printf(
                "%-16s %7s %7s %-22s %-8s %-20s %8s  %s%n",
                "fingerprint", "count", "open", "reason", "stage", "last", "sample", "detail");
        for (RejectionGroup group : groups) {
            out.printf(
                    "%-16s %7d %7d %-22s %-8s %-20.19s %8d  %s%n",
                    group.fingerprint(),
                    group.count(),
                    group.open(),
                    group.reason(),
                    group.stage(),
                    group.last(),
                    group.sample(),
                    Terminal.plain(group.detail()));
        }
    }

    private void print(PrintWriter out, List<RejectionSummary> rows) throws IOException {
        if (json) {
            lines(out, rows);
            return;
        }
        out.printf(
                "%8s %-14s %-20s %-22s %-8s %-16s %7s  %s%n",
                "id", "state", "rejected", "reason", "stage", "fingerprint", "replays", "report");
        for (RejectionSummary row : rows) {
            out.printf(
                    "%8d %-14s %-20.19s %-22s %-8s %-16s %7d  %s%n",
                    row.id(),
                    row.state(),
                    row.rejectedAt(),
                    row.reason(),
                    row.stage(),
                    row.fingerprint(),
                    row.replays(),
                    Terminal.plain(row.reportId()));
        }
    }

    private static void lines(PrintWriter out, List<?> values) throws IOException {
        for (Object value : values) {
            out.println(Json.MAPPER.writeValueAsString(value));
        }
    }
}
