package io.reportstream.standalone.local;

import io.reportstream.service.Settings;
import io.reportstream.standalone.embedded.Directories;
import io.reportstream.standalone.embedded.DirectoryLock;
import io.reportstream.standalone.embedded.EmbeddedDatabase;
import io.reportstream.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Everything that a local stream keeps, in one directory which only its owner can read. */
public final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final DirectoryLock lock;

    private DataDirectory(Path path, DirectoryLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the directory when it is missing, and keeps other processes out of it.
     *
     * @throws IllegalStateException if another process uses it
     */
    public static DataDirectory open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Directories.own(absolute);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + absolute, e);
        }
        return new DataDirectory(absolute, DirectoryLock.of(absolute));
    }

    public Path path() {
        return path;
    }

    public Path log() {
        return path.resolve("reportstream.log");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** {@code given}, and where broker, database and the processor's state are. */
    Settings connections(Settings given, EmbeddedKafka kafka, EmbeddedDatabase database) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("processor.state.dir", path.resolve("streams").toString());
        found.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        found.put("store.jdbc.url", database.jdbcUrl());
        found.put("store.user", database.user());
        found.put("store.password", database.password());
        return given.with(found);
    }

    /** What clients use as their settings file. */
    public Path connectionFile() {
        return path.resolve("connection.properties");
    }

    void writeConnections(Settings settings) {
        Properties properties = new Properties();
        for (String prefix :
                new String[] {"kafka.bootstrap.", "store.", "producer.http.", "processor.http.", "sink.http."}) {
            new TreeMap<>(settings.passThrough(prefix))
                    .forEach((key, value) -> properties.setProperty(prefix + key, value.toString()));
        }
        try {
            Path partial = path.resolve("connection.properties.new");
            Files.deleteIfExists(partial);
            Files.createFile(partial, Directories.OWNER_ONLY);
            try (Writer writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
                properties.store(writer, "Written at each start; what clients of this stream need to find it.");
            }
            Files.move(partial, connectionFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + connectionFile(), e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
