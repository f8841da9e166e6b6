package io.reportstream.sink;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.OpsServer;
import io.reportstream.service.Topics;
import io.reportstream.service.access.KeyFile;
import io.reportstream.sink.consume.Consumers;
import io.reportstream.sink.consume.KafkaClients;
import io.reportstream.sink.consume.SinkMetrics;
import io.reportstream.sink.ledger.Ledger;
import io.reportstream.sink.rejected.RejectedRoutes;
import io.reportstream.sink.rejected.RejectionStore;
import io.reportstream.sink.rejected.Replayer;
import io.reportstream.sink.store.Database;
import io.reportstream.sink.store.Migrations;
import io.reportstream.sink.store.PostgresReportStore;
import io.reportstream.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was processed and what was rejected, and writes it to the database. */
public final class SinkApp implements Component {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration BROKER = Duration.ofSeconds(10);
    private static final Duration LEDGER_INTERVAL = Duration.ofSeconds(5);
    private static final int DELIVERY_MILLIS = 20_000;
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
    private volatile @Nullable Producer<String, byte[]> producer;
    private volatile @Nullable RejectionStore rejections;
    private volatile @Nullable Replayer replayer;
    private volatile @Nullable Ledger ledger;

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
                .routes(new RejectedRoutes(() -> rejections, () -> replayer, keys())::register)
                .start();
        LOG.info("serving health and metrics on http://{}:{}", config.http().host(), port());
        HikariDataSource pool = Database.open(
                config.store(), "reportstream-sink", config.consumers().consumers() + 2);
        database = pool;
        store = new PostgresReportStore(pool);
        Admin client = Admin.create(config.consumers().kafka());
        admin = client;
        await("the database", () -> {
            if (config.migrate()) {
                Migrations.run(pool, config.store());
            } else {
                Migrations.check(pool, config.store());
            }
        });
        RejectionStore stored = new RejectionStore(pool);
        rejections = stored;
        await("the broker", () -> Topics.ensure(client, config.topics(), BROKER));
        startConsumers(pool, stored, client);
    }

    private synchronized void startConsumers(HikariDataSource pool, RejectionStore stored, Admin client) {
        if (!closed) {
            Producer<String, byte[]> sender = KafkaClients.producer(
                    config.consumers().kafka(), config.consumers().group() + "-producer", DELIVERY_MILLIS);
            producer = sender;
            replayer = new Replayer(stored, sender, config.maxReplays());
            SinkMetrics metrics = new SinkMetrics(server.metrics(), Clock.systemUTC());
            Consumers started = new Consumers(
                    config.consumers(), new PostgresReportStore(pool), client, sender, DELIVERY_MILLIS, metrics);
            consumers = started;
            started.start();
            Ledger counting = new Ledger(pool, server.metrics());
            ledger = counting;
            counting.start(LEDGER_INTERVAL);
        }
    }

    private @Nullable KeyFile keys() {
        return config.keysFile() == null ? null : new KeyFile(config.keysFile());
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
        if (ledger != null) {
            ledger.close();
        }
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
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
