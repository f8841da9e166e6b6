package io.reportstream.standalone.local;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.Settings;
import io.reportstream.standalone.embedded.EmbeddedDatabase;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Broker, database and services in this process, on one data directory. */
public final class LocalStream implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStream.class);

    private final DataDirectory directory;
    private final Settings given;
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;
    /** The last one started is the first. */
    private final Deque<Component> running = new ArrayDeque<>();

    /** @param given settings of the services; where the parts find each other is added */
    public LocalStream(DataDirectory directory, Ports ports, Settings given) {
        this.directory = directory;
        this.given = ports.on(given);
        this.kafka = new EmbeddedKafka(directory.kafka(), ports.kafka());
        this.database = new EmbeddedDatabase(directory.postgres(), ports.postgres());
    }

    /** What a client of this stream needs to find it; complete once started. */
    public Settings settings() {
        return directory.connections(given, kafka, database);
    }

    @Override
    public void start() {
        startTogether(List.of(kafka, database));
        Settings settings = settings();
        List<Component> services = new ArrayList<>();
        for (Function<Settings, Component> service : Services.all()) {
            services.add(service.apply(settings));
        }
        startTogether(services);
        directory.writeConnections(settings);
    }

    private void startTogether(Collection<? extends Component> parts) {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (Component part : parts) {
            synchronized (running) {
                running.push(part);
            }
            CompletableFuture<Void> start = new CompletableFuture<>();
            starts.add(start);
            new Thread(() -> complete(start, part), "start-" + part.getClass().getSimpleName()).start();
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void complete(CompletableFuture<Void> start, Component part) {
        try {
            part.start();
            start.complete(null);
        } catch (Throwable e) {
            start.completeExceptionally(e);
        }
    }

    @Override
    public Health check() {
        return parts().stream()
                .map(Component::check)
                .filter(health -> !health.up())
                .findFirst()
                .orElse(Health.ok());
    }

    @Override
    public Optional<String> failure() {
        return parts().stream()
                .map(Component::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void close() {
        for (Component part : parts()) {
            try {
                part.close();
            } catch (RuntimeException e) {
                LOG.error("{} did not stop in order", part.getClass().getSimpleName(), e);
            }
        }
        synchronized (running) {
            running.clear();
        }
        directory.close();
    }

    private List<Component> parts() {
        synchronized (running) {
            return List.copyOf(running);
        }
    }
}
