package io.reportstream.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void anEnvironmentVariableCanNameAFileThatHoldsTheValue() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret\n");
        Settings settings = Settings.load(
                null,
                Map.of(
                        "REPORTSTREAM_STORE_PASSWORD_FILE", secret.toString(),
                        "REPORTSTREAM_STORE_USER", "reader",
                        "PATH", "/bin"),
                Map.of());
        assertThat(settings.passThrough("store.")).isEqualTo(Map.of("password", "s3cret", "user", "reader"));
        assertThat(settings.passThrough("")).hasSize(2);
    }

    @Test
    void aMissingFileIsNamedTogetherWithItsVariable() {
        Map<String, String> environment = Map.of(
                "REPORTSTREAM_STORE_PASSWORD_FILE", directory.resolve("none").toString());
        assertThatThrownBy(() -> Settings.load(null, environment, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("REPORTSTREAM_STORE_PASSWORD_FILE");
    }
}
