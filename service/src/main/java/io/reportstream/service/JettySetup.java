package io.reportstream.service;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The server below Javalin: where it listens, and what it can be made to carry. */
final class JettySetup {
    /** How long requests under way may take to finish once the server is told to stop. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration IDLE_WHEN_STOPPING = Duration.ofMillis(50);
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(2);

    private final HttpSettings settings;
    private final HttpLimits limits;
    private final Handler.@Nullable Wrapper front;

    JettySetup(HttpSettings settings, HttpLimits limits, Handler.@Nullable Wrapper front) {
        this.settings = settings;
        this.limits = limits;
        this.front = front;
    }

    void apply(JettyConfig config, QueuedThreadPool threads) {
        config.threadPool = threads;
        config.addConnector(this::connector);
        config.modifyServer(this::handlers);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(limits.headerBytes());
        // What is sent but not read resets the connection, and the answer to it is lost.
        http.setInputBufferSize(2 * limits.headerBytes());
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        TlsSettings tls = settings.tls();
        ServerConnector connector =
                tls == null ? new ServerConnector(server, plain) : new ServerConnector(server, tls.context(), plain);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING.toMillis());
        NetworkConnectionLimit connections = new NetworkConnectionLimit(limits.connections(), connector);
        connections.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        connector.addBean(connections);
        return connector;
    }

    private void handlers(Server server) {
        QoSHandler turns = new QoSHandler();
        turns.setMaxRequestCount(limits.requests());
        turns.setMaxSuspendedRequestCount(limits.waiting());
        turns.setMaxSuspend(limits.patience());
        turns.excludePath("/health/*", "/metrics");
        if (front != null) {
            turns.setHandler(front);
        }
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(GRACE.toMillis());
        server.setHandler(new GracefulHandler(turns));
    }
}
