package io.reportstream.standalone.local;

import static org.junit.jupiter.api.Assumptions.abort;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The services on broker and database of the official images; skipped where no Docker engine answers. */
class ContainerStreamIT extends StreamContract {
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");
    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
    private final Deque<Component> running = new ArrayDeque<>();
    private Settings settings = Settings.of(Map.of());

    @BeforeAll
    void start(@TempDir Path state) {
        skipWithoutDocker();
        Startables.deepStart(kafka, postgres).join();
        settings = Ports.free()
                .on(Settings.of(Map.of(
                        "kafka.bootstrap.servers", kafka.getBootstrapServers(),
                        "store.jdbc.url", postgres.getJdbcUrl(),
                        "store.user", postgres.getUsername(),
                        "store.password", postgres.getPassword(),
                        "processor.state.dir", state.toString())));
        startServices();
    }

    @AfterAll
    void stop() {
        stopServices();
        kafka.stop();
        postgres.stop();
    }

    @Override
    Settings settings() {
        return settings;
    }

    @Override
    Health check() {
        return running.stream()
                .map(Component::check)
                .filter(health -> !health.up())
                .findFirst()
                .orElse(Health.ok());
    }

    @Override
    void restart() {
        stopServices();
        startServices();
    }

    private void startServices() {
        for (Function<Settings, Component> service : Services.all()) {
            Component component = service.apply(settings);
            running.push(component);
            component.start();
        }
    }

    private void stopServices() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    /** {@code DOCKER_TESTS_SKIPPED} holds a reason not to use an engine although it answers. */
    private static void skipWithoutDocker() {
        String reason = System.getenv("DOCKER_TESTS_SKIPPED");
        if (reason == null && !DockerClientFactory.instance().isDockerAvailable()) {
            reason = "no Docker engine answers";
        }
        if (reason != null) {
            System.out.println("SKIPPED: tests on the official images: " + reason);
            abort(reason);
        }
    }
}
