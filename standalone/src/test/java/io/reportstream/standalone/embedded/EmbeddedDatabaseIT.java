package io.reportstream.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class EmbeddedDatabaseIT {
    @TempDir
    Path directory;

    @Test
    void isDurableUtf8AndClosedToOthers() throws Exception {
        try (EmbeddedDatabase database = started()) {
            assertThat(shown(database, "fsync")).isEqualTo("on");
            assertThat(shown(database, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(database, "full_page_writes")).isEqualTo("on");
            assertThat(shown(database, "server_encoding")).isEqualTo("UTF8");
            assertThat(shown(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(database, "server_version")).startsWith("18.");
            assertThat(shown(database, "is_superuser")).isEqualTo("off");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
        for (String secret : new String[] {"password", "superuser.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsRowsAcrossARestartOnAnotherPort() throws Exception {
        int port;
        try (EmbeddedDatabase database = started()) {
            port = database.port();
            write(database);
        }
        assertThat(StalePostmaster.find(home().resolve("data"))).isEmpty();
        try (EmbeddedDatabase database = started()) {
            assertThat(database.port()).isNotEqualTo(port);
            assertThat(read(database)).isEqualTo("临沂市");
        }
    }

    @Test
    void stopsAServerThatOutlivedItsProcess() throws Exception {
        Process killed = ChildJvm.start(DatabaseProcess.class, home().toString());
        ProcessHandle postmaster =
                StalePostmaster.find(home().resolve("data")).orElseThrow(() -> new AssertionError("no postmaster"));
        killed.destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).as("survives its parent").isTrue();
        try (EmbeddedDatabase database = started()) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(read(database)).isEqualTo("临沂市");
        }
    }

    /** Writes one committed row, then waits to be killed. */
    static final class DatabaseProcess {
        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = new EmbeddedDatabase(Path.of(arguments[0]), 0);
            database.start();
            write(database);
            ChildJvm.ready();
        }
    }

    @Test
    void leavesAServerAloneThatIsInUse() throws Exception {
        try (EmbeddedDatabase first = started();
                EmbeddedDatabase second = new EmbeddedDatabase(home(), 0)) {
            assertThatThrownBy(second::start).hasMessageContaining("in use");
            assertThat(first.check().up()).isTrue();
        }
    }

    @Test
    void beginsAnewWhenTheFirstStartWasCutShort() throws Exception {
        Files.createDirectories(home().resolve("data"));
        Files.writeString(home().resolve("data").resolve("postgresql.conf"), "half written");
        try (EmbeddedDatabase database = started()) {
            assertThat(database.check().up()).isTrue();
        }
    }

    private Path home() {
        return directory.resolve("postgres");
    }

    private EmbeddedDatabase started() {
        EmbeddedDatabase database = new EmbeddedDatabase(home(), 0);
        database.start();
        return database;
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static String shown(EmbeddedDatabase database, String setting) throws SQLException {
        return single(database, "select current_setting('" + setting + "')");
    }

    private static void write(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table region (name text)");
            statement.execute("insert into region values ('临沂市')");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        return single(database, "select name from region");
    }

    private static String single(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
