package io.reportstream.standalone.local;

import io.reportstream.service.ServiceRunner;
import io.reportstream.service.Settings;
import io.reportstream.service.SettingsOptions;
import io.reportstream.standalone.LogFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one process, on a directory that lasts. */
@Command(
        name = "up",
        description = "Runs everything on this machine, on a data directory that survives restarts, until stopped.")
public final class UpCommand implements Callable<Integer> {
    /** Each part gets its own bound within this one. */
    private static final Duration CLOSING = Duration.ofSeconds(90);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where everything is kept (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--http-port",
            defaultValue = "8080",
            description = "Port of the intake; the processor and the sink have the two after it"
                    + " (default: ${DEFAULT-VALUE}; 0: any free ones).")
    private int httpPort;

    @Option(names = "--kafka-port", defaultValue = "0", description = "Port of the broker (default: any free one).")
    private int kafkaPort;

    @Option(
            names = "--postgres-port",
            defaultValue = "0",
            description = "Port of the database (default: any free one).")
    private int postgresPort;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = DataDirectory.open(data);
        LogFile.use(directory.log());
        Settings given = settings.load();
        LocalStream stream = new LocalStream(directory, new Ports(kafkaPort, postgresPort, httpPort), given);
        PrintWriter out = spec.commandLine().getOut();
        out.println("starting on " + directory.path() + " …");
        ServiceRunner.run("stream", new Announced(stream, () -> announce(out, directory, stream)), CLOSING);
        out.println("stopped / 已停止");
        return 0;
    }

    private static void announce(PrintWriter out, DataDirectory directory, LocalStream stream) {
        new WhereToLook(directory, stream.settings()).print(out);
        out.println("Ctrl-C stops / 按 Ctrl-C 停止");
    }
}
