package io.reportstream.service.access;

import io.reportstream.service.HttpSettings;
import java.nio.file.Path;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Where the keys of a server are. */
public final class KeySettings {
    private static final String PATH = ".keys.path";
    private static final String OPEN = ".open";

    private KeySettings() {}

    /** Adds {@code SERVICE.keys.path} and {@code SERVICE.open} to {@code keys}. */
    public static ConfigDef define(ConfigDef keys, String service) {
        return keys.define(
                        service + PATH,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.HIGH,
                        "Keys of those who may use the server, made by the command key. Empty for none: then only this "
                                + "machine may connect, and a " + service
                                + ".http.host that others can reach is refused.")
                .define(
                        service + OPEN,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Without keys, listen where others can connect all the same: something else keeps them out, such as "
                                + "a container's port that is published on loopback alone.");
    }

    /**
     * The key file; null where anybody who can connect may use the server.
     *
     * @throws ConfigException if others can connect to {@code http} and no keys are set
     */
    public static @Nullable Path from(AbstractConfig values, String service, HttpSettings http) {
        String path = values.getString(service + PATH);
        if (path.isEmpty() && !http.loopback() && !values.getBoolean(service + OPEN)) {
            throw new ConfigException(
                    service + ".http.host=" + http.host() + " can be reached by others: set " + service
                            + PATH + ", so that only those with a key may use it (or " + service
                            + OPEN + "=true, if something else keeps them out)");
        }
        return path.isEmpty() ? null : Path.of(path);
    }
}
