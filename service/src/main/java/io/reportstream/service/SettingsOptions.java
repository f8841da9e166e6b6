package io.reportstream.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that takes settings; a picocli mixin. */
public final class SettingsOptions {
    /** Written by a running embedded stream; what its clients use when told nothing else. */
    public static final Path CONNECTION_FILE = Path.of("data", "connection.properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in a properties file (UTF-8); see config/reference.properties.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting; overrides the file and the environment. May be repeated.")
    private final Map<String, String> flags = new LinkedHashMap<>();

    /** For a service: only what was given. */
    public Settings load() {
        return Settings.load(file, System.getenv(), flags);
    }

    /** For a client of a running stream: where no file is given, the one that an embedded stream left here. */
    public Settings loadForClient() {
        Path chosen = file == null && Files.isRegularFile(CONNECTION_FILE) ? CONNECTION_FILE : file;
        return Settings.load(chosen, System.getenv(), flags);
    }
}
