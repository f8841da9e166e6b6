package io.reportstream.service;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.types.Password;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The certificate that a server shows, under the names that Kafka gives such settings. */
public record TlsSettings(String keystore, String type, Password password) {
    private static final String LOCATION = ".http.ssl.keystore.location";
    private static final String TYPE = ".http.ssl.keystore.type";
    private static final String PASSWORD = ".http.ssl.keystore.password";

    static ConfigDef define(ConfigDef keys, String service) {
        return keys.define(
                        service + LOCATION,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Key store with the server's certificate and key, for HTTPS. Empty for plain HTTP.")
                .define(
                        service + TYPE,
                        ConfigDef.Type.STRING,
                        "PKCS12",
                        new NonEmptyString(),
                        Importance.LOW,
                        "Type of the key store.")
                .define(
                        service + PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "Password of the key store.");
    }

    static @Nullable TlsSettings from(AbstractConfig settings, String service) {
        String location = settings.getString(service + LOCATION);
        return location.isEmpty()
                ? null
                : new TlsSettings(
                        location, settings.getString(service + TYPE), settings.getPassword(service + PASSWORD));
    }

    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(keystore);
        context.setKeyStoreType(type);
        context.setKeyStorePassword(password.value());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return context;
    }
}
