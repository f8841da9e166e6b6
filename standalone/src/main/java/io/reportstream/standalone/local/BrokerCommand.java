package io.reportstream.standalone.local;

import io.reportstream.service.ServiceRunner;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The embedded broker as a process of its own. */
@Command(name = "broker", description = "Runs the embedded Kafka broker alone, until stopped.")
public final class BrokerCommand implements Callable<Integer> {
    private static final Duration CLOSING = Duration.ofSeconds(30);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/kafka",
            description = "Directory of its log (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data", "kafka");

    @Option(names = "--port", defaultValue = "9092", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        ServiceRunner.run("broker", new EmbeddedKafka(data, port), CLOSING);
        return 0;
    }
}
