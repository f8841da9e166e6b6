package io.reportstream.sink.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date: {@code db/migration} of this module. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @throws StoreUnavailableException if the database cannot work now, such as one that is down or read-only
     * @param database only asked whether it can be reached
     * @throws FlywayException if it holds another schema than ours, or a migration fails
     */
    public static void run(DataSource database, StoreConfig store) {
        requireReachable(database);
        guarded(() -> flyway(store).migrate());
    }

    /**
     * Checks that nothing is missing, for a user that may not change the schema.
     *
     * @throws StoreUnavailableException if the database cannot work now, such as one that is down or read-only
     * @throws FlywayException if its schema is not this one
     */
    public static void check(DataSource database, StoreConfig store) {
        requireReachable(database);
        guarded(() -> flyway(store).validate());
    }

    private static void requireReachable(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** A connection that breaks on the way, unlike a migration that fails, is no reason to give up. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && SqlErrors.passes(sql)) {
                    throw SqlErrors.translate(sql);
                }
            }
            throw e;
        }
    }

    private static Flyway flyway(StoreConfig store) {
        // Connections of its own: the pool's give up after a time that a migration may well need.
        return Flyway.configure()
                .dataSource(store.jdbcUrl(), store.user(), store.password().value())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
    }
}
