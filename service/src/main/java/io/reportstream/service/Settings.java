package io.reportstream.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Raw settings, not yet typed: a file, overridden by the environment, overridden by flags. Each part turns them into its
 * own config record once, in {@code main}.
 *
 * <p>The environment variable of a key is {@code REPORTSTREAM_} and the key in upper case with {@code _} for {@code .}:
 * {@code producer.http.port} is {@code REPORTSTREAM_PRODUCER_HTTP_PORT}. With {@code _FILE} at its end it names a file
 * that holds the value, such as {@code REPORTSTREAM_STORE_PASSWORD_FILE}.
 */
public final class Settings {
    private static final String ENVIRONMENT_PREFIX = "REPORTSTREAM_";
    private static final String IN_A_FILE = "_FILE";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * Reads what was set, the later source winning: file, environment, flags.
     *
     * @param file properties in UTF-8; null for none
     * @throws ConfigException if the file cannot be read
     */
    public static Settings load(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
        Map<String, String> values = new HashMap<>();
        if (file != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new ConfigException("cannot read the settings file " + file + ": " + e.getMessage());
            }
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                boolean inFile = name.endsWith(IN_A_FILE);
                String key =
                        name.substring(ENVIRONMENT_PREFIX.length(), name.length() - (inFile ? IN_A_FILE.length() : 0));
                values.put(key.toLowerCase(Locale.ROOT).replace('_', '.'), inFile ? content(name, value) : value);
            }
        });
        values.putAll(flags);
        return new Settings(values);
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new ConfigException("cannot read the file that " + name + " names: " + file);
        }
    }

    /** These settings with {@code overrides} on top. */
    public Settings with(Map<String, String> overrides) {
        Map<String, String> merged = new HashMap<>(values);
        merged.putAll(overrides);
        return new Settings(merged);
    }

    /**
     * Types and checks the settings that {@code keys} declares.
     *
     * @param ownPrefix every key that begins with it must be declared in {@code keys}
     * @throws ConfigException if a value is missing, of the wrong type or out of range, or a key of ours is unknown
     */
    public AbstractConfig parse(ConfigDef keys, String ownPrefix) {
        for (String key : values.keySet()) {
            if (key.startsWith(ownPrefix) && !keys.names().contains(key)) {
                throw new ConfigException("unknown setting " + key + "; see config/reference.properties");
            }
        }
        return new AbstractConfig(keys, values, false);
    }

    /**
     * Everything under {@code prefix}, without the prefix: what is passed on to a library, such as {@code
     * kafka.security.protocol}.
     */
    public Map<String, Object> passThrough(String prefix) {
        Map<String, Object> result = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                result.put(key.substring(prefix.length()), value);
            }
        });
        return result;
    }
}
