package io.reportstream.sink.rejected;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes one rejection as a test case: NAME.payload, its bytes, and NAME.json, all about it.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final RejectedAccess access = new RejectedAccess();

    @Parameters(paramLabel = "NUMBER", description = "Number of the rejection.")
    private long id;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (default: here).")
    private Path directory = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (HikariDataSource database = RejectedAccess.open(access.config())) {
            RejectionStore rejections = new RejectionStore(database);
            Optional<RejectionSummary> found = rejections.find(id);
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("there is no rejection " + id);
                return 1;
            }
            RejectionSummary rejection = found.get();
            String name = rejection.reason() + "-" + rejection.fingerprint().replaceAll("[^0-9a-zA-Z]", "_") + "-" + id;
            Files.createDirectories(directory);
            Files.write(directory.resolve(name + ".payload"), rejections.payload(id));
            Files.write(
                    directory.resolve(name + ".json"),
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(rejection));
            spec.commandLine().getOut().println(directory.resolve(name + ".payload"));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
