package io.reportstream.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    /** A sink that started while connections broke ended itself, where it should have waited. */
    @Test
    void aDatabaseThatCannotWorkNowIsWaitedFor() {
        database.execute("drop schema public cascade");
        database.execute("create schema public");
        Object name = database.query("select current_database() as n").get(0).get("n");
        database.execute("alter database " + name + " set default_transaction_read_only = on");
        assertThatThrownBy(database::migrate).isInstanceOf(StoreUnavailableException.class);

        database.execute("begin read write; alter database " + name + " reset default_transaction_read_only; commit");
        database.migrate();
        assertThat(database.count("report")).isZero();
    }

    @Test
    void anotherSchemaIsAnError() {
        database.execute("update flyway_schema_history set checksum = 1 where version = '1'");

        assertThatThrownBy(database::migrate).isInstanceOf(FlywayException.class);
    }
}
