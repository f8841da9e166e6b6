package io.reportstream.producer.status;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** How to reach the store, to read from it. */
public record StoreSettings(
        String jdbcUrl, @Nullable String user, @Nullable Password password) {
    /** Adds the keys {@code store.*} to {@code keys}. */
    public static ConfigDef define(ConfigDef keys) {
        return keys.define(
                        "store.jdbc.url",
                        ConfigDef.Type.STRING,
                        null,
                        Importance.HIGH,
                        "The store, as in jdbc:postgresql://host:5432/database. Without it the producer accepts reports, "
                                + "but cannot tell what became of them.")
                .define("store.user", ConfigDef.Type.STRING, null, Importance.HIGH, "User of the store.")
                .define("store.password", ConfigDef.Type.PASSWORD, null, Importance.HIGH, "Password of that user.");
    }

    /** Null where no store is set. */
    public static @Nullable StoreSettings from(AbstractConfig settings) {
        String url = settings.getString("store.jdbc.url");
        return url == null
                ? null
                : new StoreSettings(url, settings.getString("store.user"), settings.getPassword("store.password"));
    }
}
