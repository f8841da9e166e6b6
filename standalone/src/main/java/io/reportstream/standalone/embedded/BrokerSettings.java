package io.reportstream.standalone.embedded;

import io.reportstream.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** The settings of the embedded broker: {@code broker.properties} and what is known only here. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    static Properties of(Path directory, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        try (InputStream file = BrokerSettings.class.getResourceAsStream("broker.properties")) {
            settings.load(Objects.requireNonNull(file, "broker.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.setProperty("log.dirs", directory.toString());
        String controller = HOST + ":" + controllerPort;
        settings.setProperty(
                "listeners", "CLIENTS://" + HOST + ":" + brokerPort + "," + CONTROLLER + "://" + controller);
        settings.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
        for (String limit :
                new String[] {"message.max.bytes", "replica.fetch.max.bytes", "replica.fetch.response.max.bytes"}) {
            settings.setProperty(limit, Integer.toString(Topic.MAX_RECORD_BYTES));
        }
        // One request carries batches of several partitions.
        settings.setProperty("socket.request.max.bytes", Integer.toString(4 * Topic.MAX_RECORD_BYTES));
        return settings;
    }
}
