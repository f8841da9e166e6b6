package io.reportstream.standalone.local;

import io.reportstream.service.ServiceRunner;
import io.reportstream.standalone.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The embedded database as a process of its own. */
@Command(
        name = "database",
        description = "Runs the embedded PostgreSQL server alone, until stopped. Database and user are reportstream;"
                + " the password is in DIR/password.")
public final class DatabaseCommand implements Callable<Integer> {
    private static final Duration CLOSING = Duration.ofSeconds(40);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/postgres",
            description = "Directory of the server (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data", "postgres");

    @Option(names = "--port", defaultValue = "5432", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        ServiceRunner.run("database", new EmbeddedDatabase(data, port), CLOSING);
        return 0;
    }
}
