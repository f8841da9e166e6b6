package io.reportstream.standalone.embedded;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL 18 server in processes of its own, on the loopback interface, with the durability of a real one. What it
 * holds is in {@code directory} and survives a restart and a killed process.
 */
public final class EmbeddedDatabase implements Component {
    private static final String NAME = "reportstream";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration CHECK = Duration.ofSeconds(2);

    private final Path directory;
    private final Path data;
    private final int port;
    private @Nullable DirectoryLock lock;
    private @Nullable EmbeddedPostgres server;

    /**
     * @param directory of the cluster, its passwords and its log; created when missing
     * @param port 0 for any free one
     */
    public EmbeddedDatabase(Path directory, int port) {
        this.directory = directory.toAbsolutePath().normalize();
        this.data = this.directory.resolve("data");
        this.port = port == 0 ? FreePort.find() : port;
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public int port() {
        return port;
    }

    /** Owner of the database {@code reportstream}; not a superuser. */
    public String user() {
        return NAME;
    }

    public String password() {
        return Secret.in(directory.resolve("password"));
    }

    @Override
    public synchronized void start() {
        if (lock != null) {
            throw new IllegalStateException("already started");
        }
        try {
            lock = DirectoryLock.of(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        try {
            PostgresBinaries.prepare(directory);
            StalePostmaster.stop(data);
            Path complete = directory.resolve("complete");
            if (!Files.exists(complete)) {
                // Whatever is there was never in use: the first start did not get to its end.
                Directories.delete(data);
            }
            server = launch();
            createDatabase();
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(Exception cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
        return new IllegalStateException(
                "the embedded PostgreSQL server did not start on port " + port + ": " + cause.getMessage() + " (see "
                        + directory.resolve("server.log") + ")",
                cause);
    }

    private EmbeddedPostgres launch() throws IOException {
        Path passwordFile = directory.resolve("superuser.password");
        String password = Secret.in(passwordFile);
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setPort(port)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", password)
                // Options of initdb. The builtin provider has C.UTF-8 whatever the operating system installs.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", "2GB")
                // Details of an error hold the row, and so the text of a report.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_checkpoints", "off")
                .start();
    }

    private void createDatabase() throws SQLException {
        String superuserPassword = Secret.in(directory.resolve("superuser.password"));
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", superuserPassword);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login");
            }
            // Again each time: the file is what counts. It is hexadecimal, so it cannot end the literal.
            statement.execute("alter role " + NAME + " password '" + password() + "'");
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Health check() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password())) {
            return connection.isValid((int) CHECK.toSeconds())
                    ? Health.ok()
                    : Health.down("the embedded PostgreSQL server does not answer");
        } catch (SQLException e) {
            return Health.down("the embedded PostgreSQL server refuses connections, SQL state " + e.getSQLState());
        }
    }

    @Override
    public synchronized void close() {
        if (lock == null) {
            return;
        }
        EmbeddedPostgres running = server;
        server = null;
        try {
            if (running != null) {
                running.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // Also when it could not be stopped in the few seconds that the library gives it, or never came up.
            StalePostmaster.stop(data);
            lock.close();
            lock = null;
        }
    }
}
