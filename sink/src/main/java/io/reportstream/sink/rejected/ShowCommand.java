package io.reportstream.sink.rejected;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "All about one rejection.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private static final int BEGINNING = 2000;

    @Mixin
    private final RejectedAccess access = new RejectedAccess();

    @Parameters(paramLabel = "NUMBER", description = "Number of the rejection.")
    private long id;

    @Option(names = "--payload", description = "The payload in full; by default its beginning.")
    private boolean full;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (HikariDataSource database = RejectedAccess.open(access.config())) {
            RejectionStore rejections = new RejectionStore(database);
            Optional<RejectionSummary> found = rejections.find(id);
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("there is no rejection " + id);
                return 1;
            }
            out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(found.get()));
            String payload = new String(rejections.payload(id), StandardCharsets.UTF_8);
            boolean whole = full || payload.length() <= BEGINNING;
            out.println(Terminal.plain(whole ? payload : payload.substring(0, BEGINNING) + "…"));
        }
        out.flush();
        return 0;
    }
}
