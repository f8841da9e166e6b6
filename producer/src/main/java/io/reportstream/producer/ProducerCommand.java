package io.reportstream.producer;

import io.reportstream.service.ServiceRunner;
import io.reportstream.service.SettingsOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "producer",
        description = "Takes reports over HTTP for a given Kafka cluster, until stopped.",
        mixinStandardHelpOptions = true)
public final class ProducerCommand implements Callable<Integer> {
    private static final Duration CLOSING = Duration.ofSeconds(30);

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        ServiceRunner.run("producer", new ProducerApp(ProducerConfig.from(settings.load())), CLOSING);
        return 0;
    }
}
