package io.reportstream.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTableAndViewSaysWhatItHolds() {
        assertThat(database.query("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
                            and obj_description(oid) is null and relname <> 'flyway_schema_history'""")).isEmpty();
    }

    @Test
    void everyColumnOfATableSaysWhatItHolds() {
        assertThat(database.query("""
                        select relname, attname from pg_attribute join pg_class on pg_class.oid = attrelid
                        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
                            and col_description(attrelid, attnum) is null and relname <> 'flyway_schema_history'""")).isEmpty();
    }

    @Test
    void everyIndexThatIsNoKeyNamesItsQuery() {
        assertThat(database.query("""
                        select relname from pg_class join pg_index on indexrelid = pg_class.oid
                        where relnamespace = 'public'::regnamespace and not indisunique and obj_description(indexrelid) is null
                            and relname not like 'flyway%'""")).isEmpty();
    }

    @Test
    void textsAreNotCompressed() {
        assertThat(
                        database.query(
                                "select attstorage::text as s from pg_attribute where attrelid = 'report'::regclass and attname = 'text'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("s", "e"));
    }

    @Test
    void migratingTwiceChangesNothing() {
        long migrations = database.count("flyway_schema_history");
        database.migrate();

        assertThat(database.count("flyway_schema_history")).isEqualTo(migrations);
    }
}
