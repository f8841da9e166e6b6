package io.reportstream.standalone;

import io.reportstream.service.Topics;
import io.reportstream.standalone.embedded.Directories;
import io.reportstream.standalone.embedded.EmbeddedDatabase;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** A real broker, with all our topics, and a real PostgreSQL server, started once for all tests of a JVM. */
public final class EmbeddedStream {
    private static @Nullable EmbeddedStream instance;

    private final Path directory;
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    private EmbeddedStream() throws IOException {
        directory = Files.createTempDirectory("reportstream-test-");
        kafka = new EmbeddedKafka(directory.resolve("kafka"), 0);
        database = new EmbeddedDatabase(directory.resolve("postgres"), 0);
    }

    public static synchronized EmbeddedStream get() {
        EmbeddedStream running = instance;
        if (running == null) {
            try {
                running = new EmbeddedStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop-embedded-stream"));
            running.start();
            instance = running;
        }
        return running;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public String user() {
        return database.user();
    }

    public String password() {
        return database.password();
    }

    /** What the services need to find both. */
    public Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap.servers", bootstrapServers(),
                "store.jdbc.url", jdbcUrl(),
                "store.user", user(),
                "store.password", password());
    }

    private void start() {
        kafka.start();
        database.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Topics.ensure(admin, (short) 1, Duration.ofSeconds(30));
        }
    }

    private void stop() {
        kafka.close();
        database.close();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
