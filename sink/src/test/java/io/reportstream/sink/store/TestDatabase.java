package io.reportstream.sink.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** A fresh database on the one PostgreSQL server of this test run. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name;
    private final StoreConfig config;
    private final HikariDataSource pool;

    private TestDatabase(String name, StoreConfig config) {
        this.name = name;
        this.config = config;
        this.pool = Database.open(config, "test", 4);
    }

    /** With our schema in it. */
    public static TestDatabase migrated() {
        return create("template " + Server.template());
    }

    private static TestDatabase create(String how) {
        String name = "test_" + COUNTER.incrementAndGet();
        administer("create database " + name + " " + how);
        String url = "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
        return new TestDatabase(name, new StoreConfig(url, "postgres", new Password("")));
    }

    public void migrate() {
        Migrations.run(pool, config);
    }

    public StoreConfig config() {
        return config;
    }

    public HikariDataSource pool() {
        return pool;
    }

    /** Stores what {@code fill} adds, in a transaction of its own. */
    public Written write(Consumer<Batch> fill) {
        ReportStore store = new PostgresReportStore(pool);
        TopicPartition partition = new TopicPartition("reports.processed", 0);
        Batch batch = new Batch();
        fill.accept(batch);
        batch.advance(
                partition,
                store.claim(Map.of(partition, Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ")))
                        .get(partition));
        return store.write(batch);
    }

    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Rows in the order of the query; null stays null. */
    public List<Map<String, Object>> query(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public long count(String table) {
        return (Long) query("select count(*) as n from " + table).get(0).get("n");
    }

    @Override
    public void close() {
        pool.close();
        if (!name.equals(Server.template)) {
            administer("drop database " + name + " with (force)");
        }
    }

    private static void administer(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
        private static @Nullable String template;

        /** Copying a database is much faster than migrating each. */
        static synchronized String template() {
            if (template == null) {
                try (TestDatabase database = create("")) {
                    database.migrate();
                    // Before it is closed: closing drops all others.
                    template = database.name;
                }
            }
            return template;
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
