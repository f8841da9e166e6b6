package io.reportstream.producer;

import io.reportstream.producer.access.Access;
import io.reportstream.producer.canary.Canary;
import io.reportstream.producer.intake.Backlog;
import io.reportstream.producer.intake.IntakeServer;
import io.reportstream.producer.publish.BrokerProbe;
import io.reportstream.producer.publish.KafkaClients;
import io.reportstream.producer.publish.LagProbe;
import io.reportstream.producer.publish.ReportPublisher;
import io.reportstream.producer.status.JdbcReportStatuses;
import io.reportstream.producer.status.StatusRoute;
import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.OpsServer;
import io.reportstream.service.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes reports over HTTP and puts them on the raw topic. */
public final class ProducerApp implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(ProducerApp.class);
    private static final Duration CANARY_PATIENCE = Duration.ofMinutes(1);

    private final ProducerConfig config;
    private final OpsServer server;
    private @Nullable Admin admin;
    private @Nullable ReportPublisher publisher;
    private @Nullable JdbcReportStatuses statuses;
    private @Nullable BrokerProbe probe;
    private @Nullable LagProbe lag;
    private @Nullable Canary canary;

    public ProducerApp(ProducerConfig config) {
        this.config = config;
        this.server = new OpsServer("producer", config.http());
    }

    /**
     * Returns when the broker answers. The HTTP server is there before: alive, not ready, and refusing reports.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer in time
     */
    @Override
    public void start() {
        Access access = config.keysFile() == null ? Access.open() : Access.byKeys(config.keysFile());
        Admin client = Admin.create(config.kafka());
        admin = client;
        probe = new BrokerProbe(client);
        publisher = new ReportPublisher(
                KafkaClients.producer(config.kafka(), config.maxBlock(), config.deliveryTimeout()), server.metrics());
        statuses = config.store() == null ? null : new JdbcReportStatuses(config.store());
        IntakeServer intake = new IntakeServer(
                publisher, new StatusRoute(statuses), access, config.limits(), server.executor(), server.metrics());
        LagProbe waiting = new LagProbe(client, config.lagGroup(), server.metrics());
        lag = waiting;
        Backlog backlog = new Backlog(() -> config.maxLag() > 0 && waiting.above(config.maxLag()), server.metrics());
        server.watch("broker", this::check)
                .routes(backlog::routes)
                .routes(intake::routes)
                .start();
        ensureTopics(client);
        waiting.start();
        if (statuses != null && !config.canaryInterval().isZero()) {
            canary = new Canary(publisher, statuses, config.canaryInterval(), CANARY_PATIENCE, server.metrics());
            canary.start();
        }
        LOG.info("taking reports on http://{}:{}/v1/reports", config.http().host(), port());
    }

    /** Where the HTTP server listens, once started. */
    public int port() {
        return server.port();
    }

    @Override
    public Health check() {
        return probe == null ? Health.down("not started") : probe.check();
    }

    @Override
    public void close() {
        closeQuietly(canary);
        // The server first: requests under way still get their acknowledgement.
        server.close();
        closeQuietly(lag);
        closeQuietly(publisher);
        closeQuietly(statuses);
        if (admin != null) {
            admin.close(Duration.ofSeconds(5));
        }
    }

    private void ensureTopics(Admin client) {
        long deadline = System.nanoTime() + config.startTimeout().toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1));
            try {
                Topics.ensure(client, config.topics(), left);
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                LOG.info("waiting for the broker: {}", e.toString());
            }
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable part) {
        if (part != null) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("while closing", e);
            }
        }
    }
}
