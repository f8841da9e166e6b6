package io.reportstream.standalone.demo;

import io.reportstream.contract.ReportId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The reports that the project ships: {@code seeds/} of the repository, held in the jar as well. */
final class Seeds {
    /** The source under which they are replayed. */
    static final String SOURCE = "seeds";

    static final List<String> NAMES = List.of(
            "000_887fec48a7bbcb28.txt",
            "001_706da0dc94fb9eb6.txt",
            "002_f11c072e94adb095.txt",
            "003_ca99ee928cb08720.txt",
            "004_d294972b749eb22f.txt");

    private Seeds() {}

    /** File names by the ids that the reports get when they name none. */
    static Map<String, String> namesById() {
        Map<String, String> names = new HashMap<>();
        for (String name : NAMES) {
            try (InputStream seed = open(name)) {
                String text = new String(seed.readAllBytes(), StandardCharsets.UTF_8);
                names.put(ReportId.derive(SOURCE, text), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Seeds.class.getResourceAsStream("/seeds/" + name), name);
    }

    /** Writes them to {@code directory}, which is created. */
    static void copyTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String name : NAMES) {
            try (InputStream seed = open(name)) {
                Files.copy(seed, directory.resolve(name));
            }
        }
    }
}
