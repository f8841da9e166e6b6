package io.reportstream.service.access;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys in a file, read again when it changes: adding and withdrawing a key needs no restart. */
public final class KeyFile {
    private static final String SCHEME = "Bearer ";
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path path;
    private ApiKeys keys;
    private State state;
    private long looked = System.nanoTime();

    /** What tells that a file was changed. */
    private record State(FileTime modified, long size) {
        static State of(Path path) throws IOException {
            return new State(Files.getLastModifiedTime(path), Files.size(path));
        }
    }

    /** @throws ConfigException if the file cannot be read, or is wrong */
    public KeyFile(Path path) {
        this.path = path;
        try {
            this.state = State.of(path);
            this.keys = read(path);
        } catch (IOException e) {
            throw new ConfigException("cannot read the key file " + path + ": " + e.getMessage());
        }
    }

    /** Whose key the request shows ({@code Authorization: Bearer KEY}); empty where it shows none that is valid. */
    public Optional<String> holder(Context request) {
        String header = request.header("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return sourceOf(bearer ? header.substring(SCHEME.length()).strip() : "");
    }

    synchronized Optional<String> sourceOf(String key) {
        if (System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
            look();
            looked = System.nanoTime();
        }
        return keys.sourceOf(key);
    }

    /** A file that cannot be read now leaves the keys as they were: better than locking everybody out. */
    private void look() {
        try {
            State now = State.of(path);
            if (!now.equals(state)) {
                keys = read(path);
                state = now;
                LOG.info("{} keys in {}", keys.size(), path);
            }
        } catch (IOException | ConfigException e) {
            LOG.error("the keys stay as they were: {}", e.getMessage());
        }
    }

    private static ApiKeys read(Path path) throws IOException {
        return ApiKeys.parse(path.toString(), Files.readAllLines(path, StandardCharsets.UTF_8));
    }
}
