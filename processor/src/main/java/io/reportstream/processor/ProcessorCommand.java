package io.reportstream.processor;

import io.reportstream.service.ServiceRunner;
import io.reportstream.service.SettingsOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "processor",
        description = "Reads the reports of a given Kafka cluster and writes what is found in them, until stopped.",
        mixinStandardHelpOptions = true)
public final class ProcessorCommand implements Callable<Integer> {
    private static final Duration CLOSING = Duration.ofSeconds(30);

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        ServiceRunner.run("processor", new ProcessorApp(ProcessorConfig.from(settings.load())), CLOSING);
        return 0;
    }
}
