package io.reportstream.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.jspecify.annotations.Nullable;

/**
 * Where a service listens.
 *
 * @param port 0 for any free one
 * @param tls null for plain HTTP
 */
public record HttpSettings(String host, int port, @Nullable TlsSettings tls) {
    public HttpSettings(String host, int port) {
        this(host, port, null);
    }

    /** Adds the keys {@code SERVICE.http.*} to {@code keys}. */
    public static ConfigDef define(ConfigDef keys, String service, int defaultPort) {
        keys.define(
                        service + ".http.host",
                        ConfigDef.Type.STRING,
                        "127.0.0.1",
                        new NonEmptyString(),
                        Importance.MEDIUM,
                        "Address to listen on.")
                .define(
                        service + ".http.port",
                        ConfigDef.Type.INT,
                        defaultPort,
                        Range.between(0, 65535),
                        Importance.MEDIUM,
                        "Port to listen on; 0 takes any free one.");
        return TlsSettings.define(keys, service);
    }

    public static HttpSettings from(AbstractConfig settings, String service) {
        return new HttpSettings(
                settings.getString(service + ".http.host"),
                settings.getInt(service + ".http.port"),
                TlsSettings.from(settings, service));
    }

    /** Whether only this machine can connect. False also where the address cannot be resolved. */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
