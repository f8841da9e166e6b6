package io.reportstream.sink;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.OpsServer;
import io.reportstream.service.Topics;
import io.reportstream.sink.consume.Consumers;
import io.reportstream.sink.consume.SinkMetrics;
import io.reportstream.sink.store.Database;
import io.reportstream.sink.store.Migrations;
import io.reportstream.sink.store.PostgresReportStore;
import io.reportstream.sink.store.ReportStore;
import io.reportstream.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was processed and what was rejected, and writes it to the database. */
public final class SinkApp implements Component {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration BROKER = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SinkApp.class);

    private final SinkConfig config;
    private final OpsServer server;
    private final BrokerCheck broker = new BrokerCheck();
    private volatile boolean closed;
    private volatile String waitingFor = "not started";
    private volatile @Nullable HikariDataSource database;
    private volatile @Nullable PostgresReportStore store;
    private volatile @Nullable Admin admin;
    private volatile @Nullable Consumers consumers;

    public SinkApp(SinkConfig config) {
        this.config = config;
        this.server = new OpsServer("sink", config.http());
    }

    /**
     * Returns when database and broker have answered and the consumers run; waits for both without a bound. The HTTP
     * server is there before and says what is waited for.
     *
     * @throws org.flywaydb.core.api.FlywayException if the database holds another schema than ours
     */
    @Override
    public void start() {
        server.watch("consumers", this::checkConsumers)
                .watch("database", this::checkDatabase)
                .watch("broker", () -> broker.check(admin))
                .start();
        LOG.info("serving health and metrics on http://{}:{}", config.http().host(), port());
        HikariDataSource pool = Database.open(
                config.store(), "reportstream-sink", config.consumers().consumers() + 2);
        database = pool;
        PostgresReportStore reports = new PostgresReportStore(pool);
        store = reports;
        Admin client = Admin.create(config.consumers().kafka());
        admin = client;
        await("the database", () -> Migrations.run(pool, config.store()));
        await("the broker", () -> Topics.ensure(client, (short) -1, BROKER));
        startConsumers(reports, client);
    }

    private synchronized void startConsumers(ReportStore reports, Admin client) {
        if (!closed) {
            SinkMetrics metrics = new SinkMetrics(server.metrics(), Clock.systemUTC());
            Consumers started = new Consumers(config.consumers(), reports, client, metrics);
            consumers = started;
            started.start();
        }
    }

    /** Where the HTTP server listens, once started. */
    public int port() {
        return server.port();
    }

    @Override
    public Health check() {
        Health health = checkConsumers();
        return health.up() ? checkDatabase() : health;
    }

    @Override
    public void close() {
        closed = true;
        closeAll();
    }

    private synchronized void closeAll() {
        if (consumers != null) {
            consumers.close();
        }
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
        }
        if (database != null) {
            database.close();
        }
        server.close();
    }

    private Health checkConsumers() {
        Consumers started = consumers;
        return started == null ? Health.down(waitingFor) : started.check();
    }

    private Health checkDatabase() {
        PostgresReportStore opened = store;
        return opened == null ? Health.down("not started") : opened.check();
    }

    private void await(String what, Runnable attempt) {
        while (!closed) {
            try {
                attempt.run();
                return;
            } catch (StoreUnavailableException | KafkaException e) {
                waitingFor = "waits for " + what + ": " + e.getMessage();
                LOG.warn(waitingFor);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
