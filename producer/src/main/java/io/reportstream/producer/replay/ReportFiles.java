package io.reportstream.producer.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which files are reports: those named, and in folders those whose name ends as {@link Kind} says, in their order. */
final class ReportFiles {
    enum Kind {
        TEXT,
        JSON,
        LINES;

        /** By the end of the name; what is none of the others is text. */
        static Kind of(Path file) {
            String name = lowerName(file);
            if (name.endsWith(".json")) {
                return JSON;
            }
            return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? LINES : TEXT;
        }
    }

    private static final List<String> ENDINGS = List.of(".txt", ".html", ".htm", ".json", ".ndjson", ".jsonl");

    private ReportFiles() {}

    /**
     * Files in the order of {@code paths}, those of a folder (and the folders in it) sorted by path.
     *
     * @throws NoSuchFileException if a path does not exist
     */
    static List<Path> find(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(file -> Files.isRegularFile(file) && isReport(file))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        return files;
    }

    private static boolean isReport(Path file) {
        String name = lowerName(file);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
