package io.reportstream.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.reportstream.contract.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a service: {@code /health/live}, {@code /health/ready}, {@code /metrics} and the service's own
 * routes. Checks and routes are added before {@link #start()}.
 */
public final class OpsServer implements Component {
    private static final Logger ACCESS = LoggerFactory.getLogger("io.reportstream.access");

    private final String service;
    private final HttpSettings settings;
    private final HttpLimits limits;
    private final JvmMetrics metrics;
    private final QueuedThreadPool threads;
    private final Map<String, Supplier<Health>> checks = new LinkedHashMap<>();
    private final List<Consumer<RoutesConfig>> routes = new ArrayList<>();
    private Handler.@Nullable Wrapper front;
    private @Nullable Javalin server;

    public OpsServer(String service, HttpSettings settings) {
        this(service, settings, HttpLimits.DEFAULT);
    }

    OpsServer(String service, HttpSettings settings, HttpLimits limits) {
        this.service = service;
        this.limits = limits;
        this.settings = settings;
        this.metrics = new JvmMetrics(service);
        this.threads = new QueuedThreadPool(HttpLimits.THREADS, 4);
        threads.setName(service + "-http");
    }

    /** The service is ready only when {@code check} says so. */
    public OpsServer watch(String name, Supplier<Health> check) {
        checks.put(name, check);
        return this;
    }

    public OpsServer routes(Consumer<RoutesConfig> more) {
        routes.add(more);
        return this;
    }

    /** {@code handler} sees every request first; what it hands on meets the routes. */
    public OpsServer front(Handler.Wrapper handler) {
        front = handler;
        return this;
    }

    /** What {@code /metrics} shows. */
    public PrometheusMeterRegistry metrics() {
        return metrics.registry();
    }

    /** Runs what an asynchronous answer still has to do, such as writing it, away from the thread that completed it. */
    public Executor executor() {
        return threads;
    }

    /** Where the server listens, once it does. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("the HTTP server of " + service + " is not started");
        }
        return server.port();
    }

    @Override
    public void start() {
        server = Javalin.create(this::configure).start();
    }

    @Override
    public Health check() {
        return server != null && server.jettyServer().started()
                ? Health.ok()
                : Health.down("the HTTP server does not run");
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
        metrics.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // Java 17 has none, and a pool of a known size bounds what requests can hold.
        config.concurrency.useVirtualThreads = false;
        config.http.prefer405over404 = true;
        new JettySetup(settings, limits, front).apply(config.jetty, threads);
        config.requestLogger.http(OpsServer::log);
        config.routes.before(SecurityHeaders::add);
        config.routes.get("/health/live", context -> answer(context, HttpStatus.OK, Map.of("status", "UP")));
        config.routes.get("/health/ready", this::ready);
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.registry().scrape()));
        ProblemAnswers.register(config.routes);
        routes.forEach(more -> more.accept(config.routes));
    }

    private void ready(Context context) throws IOException {
        boolean up = true;
        Map<String, Health> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Supplier<Health>> check : checks.entrySet()) {
            Health health = ask(check.getValue());
            answers.put(check.getKey(), health);
            up &= health.up();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? "UP" : "DOWN");
        body.put("checks", answers);
        answer(context, up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, body);
    }

    private static Health ask(Supplier<Health> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return Health.down(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static void answer(Context context, HttpStatus status, Object body) throws IOException {
        context.status(status).contentType("application/json").result(Json.MAPPER.writeValueAsBytes(body));
    }

    /** Paths only: query strings can hold titles. */
    private static void log(Context context, float milliseconds) {
        if (context.path().startsWith("/health/") || context.path().equals("/metrics")) {
            ACCESS.debug("{} {} {} {} ms", context.method(), context.path(), context.statusCode(), (long) milliseconds);
        } else {
            ACCESS.info("{} {} {} {} ms", context.method(), context.path(), context.statusCode(), (long) milliseconds);
        }
    }
}
