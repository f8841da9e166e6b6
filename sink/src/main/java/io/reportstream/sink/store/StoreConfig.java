package io.reportstream.sink.store;

import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** How to reach the database. */
public record StoreConfig(String jdbcUrl, String user, Password password) {
    private static final String URL = "store.jdbc.url";
    private static final String USER = "store.user";
    private static final String PASSWORD = "store.password";

    /** Adds the keys {@code store.*} to {@code keys}. */
    public static ConfigDef define(ConfigDef keys) {
        return keys.define(
                        URL,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        StoreConfig::checkUrl,
                        Importance.HIGH,
                        "PostgreSQL database, jdbc:postgresql://host:port/name; the driver's own settings (TLS and more) as "
                                + "parameters, but no user and no password. No default.")
                .define(USER, ConfigDef.Type.STRING, "reportstream", Importance.HIGH, "Database user.")
                .define(PASSWORD, ConfigDef.Type.PASSWORD, "", Importance.HIGH, "Password of the database user.");
    }

    public static StoreConfig from(AbstractConfig settings) {
        return new StoreConfig(settings.getString(URL), settings.getString(USER), settings.getPassword(PASSWORD));
    }

    private static void checkUrl(String name, Object value) {
        String url = ((String) value).toLowerCase(Locale.ROOT);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ConfigException(name + " must begin with jdbc:postgresql:");
        }
        if (url.contains("password=")) {
            throw new ConfigException(name + " must not hold the password, which may be printed; set " + PASSWORD);
        }
    }
}
