package io.reportstream.standalone.embedded;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.KRaftVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node, broker and controller at once, on the loopback interface. What it holds is in {@code directory} and
 * survives a restart and a killed process.
 *
 * <p>Its threads keep the process alive: whoever starts it must close it, or exit.
 */
public final class EmbeddedKafka implements Component {
    private final Path directory;
    private final int port;
    private @Nullable DirectoryLock lock;
    private @Nullable KafkaRaftServer server;

    /**
     * @param directory of the log; created when missing
     * @param port of the broker; 0 for any free one
     */
    public EmbeddedKafka(Path directory, int port) {
        this.directory = directory.toAbsolutePath();
        this.port = port == 0 ? FreePort.find() : port;
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (lock != null) {
            throw new IllegalStateException("already started");
        }
        try {
            // Kafka's own lock comes too late: by then a second node has written to the metadata log of the first.
            lock = DirectoryLock.of(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        try {
            format();
            KafkaConfig config = new KafkaConfig(BrokerSettings.of(directory, port, FreePort.find()), false);
            KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
            server = starting;
            starting.startup();
        } catch (RuntimeException e) {
            close();
            throw new KafkaException(
                    "the embedded Kafka broker did not start on " + bootstrapServers() + " with " + directory + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Writes cluster and node id into a new directory; leaves a formatted one as it is. */
    private void format() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setFeatureLevel(KRaftVersion.FEATURE_NAME, KRaftVersion.KRAFT_VERSION_0.featureLevel())
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // What Formatter.run declares.
            throw new KafkaException("cannot format " + directory, e);
        }
    }

    @Override
    public synchronized Health check() {
        return server == null ? Health.down("the embedded Kafka broker is not started") : Health.ok();
    }

    @Override
    public synchronized void close() {
        KafkaRaftServer running = server;
        server = null;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
