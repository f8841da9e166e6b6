package io.reportstream.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The reports that the project ships: {@code seeds/} of the repository, held in the jar as well. */
final class Seeds {
    static final List<String> NAMES = List.of(
            "000_887fec48a7bbcb28.txt",
            "001_706da0dc94fb9eb6.txt",
            "002_f11c072e94adb095.txt",
            "003_ca99ee928cb08720.txt",
            "004_d294972b749eb22f.txt");

    private Seeds() {}

    /** Writes them to {@code directory}, which is created. */
    static void copyTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String name : NAMES) {
            try (InputStream seed = Seeds.class.getResourceAsStream("/seeds/" + name)) {
                Files.copy(Objects.requireNonNull(seed, name), directory.resolve(name));
            }
        }
    }
}
