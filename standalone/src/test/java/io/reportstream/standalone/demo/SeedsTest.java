package io.reportstream.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
    private static final Path REPOSITORY = Path.of("..", "seeds");

    @Test
    void areAllOfTheRepositoryByteForByte(@TempDir Path directory) throws IOException {
        Seeds.copyTo(directory);
        assertThat(names(directory)).isEqualTo(names(REPOSITORY)).isNotEmpty();
        for (String name : names(REPOSITORY)) {
            assertThat(Files.mismatch(directory.resolve(name), REPOSITORY.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
