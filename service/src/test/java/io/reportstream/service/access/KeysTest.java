package io.reportstream.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KeysTest {
    @TempDir
    private Path directory;

    @Test
    void aNewKeyIsKnownByItsHashAlone() throws IOException {
        Path file = directory.resolve("keys");

        String key = newKey(file, "临沂市科技局");

        assertThat(key).matches("rs_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file)).doesNotContain(key).contains("临沂市科技局\t" + ApiKeys.hash(key));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new KeyFile(file).sourceOf(key)).hasValue("临沂市科技局");
        assertThat(new KeyFile(file).sourceOf(key + "x")).isEmpty();
        assertThat(new KeyFile(file).sourceOf("")).isEmpty();
    }

    @Test
    void aKeyIsRenewedWithoutARestart() throws IOException {
        Path file = directory.resolve("keys");
        String old = newKey(file, "a");
        KeyFile keys = new KeyFile(file);
        String renewed = newKey(file, "a");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys.sourceOf(renewed)).hasValue("a"));
        assertThat(keys.sourceOf(old)).as("both are valid at a time").hasValue("a");

        Files.write(file, List.of("a\t" + ApiKeys.hash(renewed)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys.sourceOf(old)).isEmpty());

        Files.writeString(file, "nonsense");
        assertThat(keys.sourceOf(renewed)).as("a broken file locks nobody out").hasValue("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "\tabc",
                "a\tabc",
                "a\t0000000000000000000000000000000000000000000000000000000000zzzzzz"
            })
    void aWrongLineStopsTheStart(String line) throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "# comment\n\n" + line + "\n");

        assertThatThrownBy(() -> new KeyFile(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("keys:3:");
    }

    @Test
    void aMissingFileStopsTheStart() {
        assertThatThrownBy(() -> new KeyFile(directory.resolve("none"))).isInstanceOf(ConfigException.class);
    }

    private static String newKey(Path file, String source) {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new KeyCommand())
                .setOut(new PrintWriter(out))
                .execute(source, "--file", file.toString());
        assertThat(exit).isZero();
        return out.toString().strip();
    }
}
