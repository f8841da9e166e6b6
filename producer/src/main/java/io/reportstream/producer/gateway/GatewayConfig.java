package io.reportstream.producer.gateway;

import io.reportstream.service.HttpSettings;
import io.reportstream.service.Settings;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The gateway's settings. */
public record GatewayConfig(HttpSettings http, List<String> upstreams) {
    public static final ConfigDef KEYS = HttpSettings.define(
            new ConfigDef()
                    .define(
                            "gateway.upstreams",
                            ConfigDef.Type.LIST,
                            List.of(),
                            Importance.HIGH,
                            "The producers behind the gateway, host:port separated by commas. No default."),
            "gateway",
            8080);

    /**
     * Types and checks what was set.
     *
     * @throws ConfigException if a setting is missing, wrong or unknown
     */
    public static GatewayConfig from(Settings settings) {
        AbstractConfig values = settings.parse(KEYS, "gateway.");
        List<String> upstreams = values.getList("gateway.upstreams");
        if (upstreams.isEmpty()) {
            throw new ConfigException("gateway.upstreams must name at least one producer, as in producer-1:8080");
        }
        upstreams.forEach(Upstream::parse);
        return new GatewayConfig(HttpSettings.from(values, "gateway"), upstreams);
    }
}
