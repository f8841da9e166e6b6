package io.reportstream.sink;

import io.reportstream.service.ServiceRunner;
import io.reportstream.service.SettingsOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the sink until it is told to stop. */
@Command(
        name = "sink",
        description = "Writes what was processed and what was rejected to PostgreSQL.",
        mixinStandardHelpOptions = true)
public final class SinkCommand implements Callable<Integer> {
    /** A transaction under way, the consumers, and the HTTP server each get their own bound within this one. */
    private static final Duration STOP = Duration.ofSeconds(40);

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        ServiceRunner.run("sink", new SinkApp(SinkConfig.from(settings.load())), STOP);
        return 0;
    }
}
