package io.reportstream.producer.gateway;

import io.reportstream.service.Component;
import io.reportstream.service.Health;
import io.reportstream.service.OpsServer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One address for several producers, which answers as long as one of them does. */
public final class GatewayApp implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayApp.class);

    private final GatewayConfig config;
    private final Upstreams upstreams;
    private final OpsServer server;

    public GatewayApp(GatewayConfig config) {
        this.config = config;
        this.upstreams =
                new Upstreams(config.upstreams().stream().map(Upstream::parse).toList());
        this.server = new OpsServer("gateway", config.http())
                .watch("producers", upstreams::check)
                .front(new Forwarding(upstreams));
    }

    /** Returns at once; ready when the first producer is. */
    @Override
    public void start() {
        upstreams.start();
        server.start();
        LOG.info("taking reports on http://{}:{}/v1/reports", config.http().host(), port());
    }

    /** Where the HTTP server listens, once started. */
    public int port() {
        return server.port();
    }

    @Override
    public Health check() {
        return upstreams.check();
    }

    @Override
    public Optional<String> failure() {
        return upstreams.failure();
    }

    @Override
    public void close() {
        server.close();
        upstreams.close();
    }
}
