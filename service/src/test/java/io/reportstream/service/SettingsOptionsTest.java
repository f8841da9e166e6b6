package io.reportstream.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsOptionsTest {
    @TempDir
    Path directory;

    @Test
    void flagsOverrideTheFileAndMayHoldEqualsSigns() throws IOException {
        Path file = Files.writeString(directory.resolve("my.properties"), "kafka.a=1\nkafka.b=2\n");
        SettingsOptions options = new SettingsOptions();

        new CommandLine(new Command(options))
                .parseArgs("--config", file.toString(), "--set", "kafka.b=x=y", "--set", "kafka.c=3");

        assertThat(options.load().passThrough("kafka."))
                .containsEntry("a", "1")
                .containsEntry("b", "x=y")
                .containsEntry("c", "3");
    }

    @CommandLine.Command
    private record Command(@CommandLine.Mixin SettingsOptions options) {}
}
