package io.reportstream.standalone.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.service.Health;
import io.reportstream.service.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream with its own broker and database, all in one process. */
class LocalStreamIT extends StreamContract {
    private Path data;
    private LocalStream stream;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory.resolve("data");
        stream = started();
    }

    @AfterAll
    void stop() {
        stream.close();
    }

    @Override
    Settings settings() {
        return stream.settings();
    }

    @Override
    Health check() {
        return stream.check();
    }

    @Override
    void restart() {
        stream.close();
        stream = started();
    }

    @Test
    void whatClientsNeedIsInAFileThatOthersCannotRead() throws Exception {
        Path file = data.resolve("connection.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Settings read = Settings.load(file, Map.of(), Map.of());
        assertThat(new Store(read).row("select 1")).containsExactly("1");
        assertThat(new Intake(read).status("nobody", 1).path("state").asText()).isEqualTo("PENDING");
    }

    private LocalStream started() {
        LocalStream started = new LocalStream(DataDirectory.open(data), Ports.free(), Settings.of(Map.of()));
        started.start();
        return started;
    }
}
