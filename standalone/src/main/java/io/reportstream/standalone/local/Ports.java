package io.reportstream.standalone.local;

import io.reportstream.service.Settings;
import io.reportstream.standalone.embedded.FreePort;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ports of a local stream, all on 127.0.0.1.
 *
 * @param kafka 0 for any free one
 * @param postgres 0 for any free one
 * @param http the intake's; 0 for any free one, for the other services as well
 */
public record Ports(int kafka, int postgres, int http) {
    private static final String[] SERVICES = {"producer", "processor", "sink"};

    /** Any free ones. */
    public static Ports free() {
        return new Ports(0, 0, 0);
    }

    /** {@code settings} with the HTTP port of each service that has none yet. */
    Settings on(Settings settings) {
        Map<String, String> ports = new LinkedHashMap<>();
        for (int i = 0; i < SERVICES.length; i++) {
            String key = SERVICES[i] + ".http.port";
            if (settings.passThrough(key).isEmpty()) {
                ports.put(key, Integer.toString(http == 0 ? FreePort.find() : http + i));
            }
        }
        return settings.with(ports);
    }
}
