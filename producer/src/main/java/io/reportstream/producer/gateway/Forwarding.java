package io.reportstream.producer.gateway;

import java.time.Duration;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands the intake's requests on to the producers. A connection that is refused is tried at the next one. A request that
 * was sent is not sent twice: its body is not kept.
 */
final class Forwarding extends Handler.Wrapper {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Longer than a producer waits for its broker. */
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /** Connections move to a producer that came back, and away from one that is no longer ready. */
    private static final Duration CONNECTION = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 64;

    private final Upstreams upstreams;
    private final ProxyHandler proxy;

    Forwarding(Upstreams upstreams) {
        this.upstreams = upstreams;
        this.proxy = new ToProducers(upstreams);
        addBean(proxy);
    }

    @Override
    protected void doStart() throws Exception {
        proxy.setServer(getServer());
        super.doStart();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith("/v1/") && !path.equals("/openapi.yaml")) {
            return super.handle(request, response, callback);
        }
        if (!upstreams.check().up()) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        return proxy.handle(request, response, callback);
    }

    /** Its one destination stands for all producers; each new connection goes to the next. */
    private static final class ToProducers extends ProxyHandler.Reverse {
        private final Upstreams upstreams;

        ToProducers(Upstreams upstreams) {
            super(request -> HttpURI.build(request.getHttpURI())
                    .scheme("http")
                    .host("producers")
                    .port(80));
            this.upstreams = upstreams;
            setViaHost("reportstream");
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            try {
                return super.handle(request, response, callback);
            } catch (IllegalArgumentException e) {
                // A URI that java.net.URI does not take.
                Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
                return true;
            }
        }

        @Override
        protected HttpClient newHttpClient() {
            HttpClientTransportDynamic transport = new HttpClientTransportDynamic();
            transport.setConnectionPoolFactory(destination -> {
                DuplexConnectionPool pool = new DuplexConnectionPool(destination, CONNECTIONS);
                pool.setMaxDuration(CONNECTION.toMillis());
                return pool;
            });
            return new HttpClient(transport);
        }

        @Override
        protected void configureHttpClient(HttpClient client) {
            super.configureHttpClient(client);
            client.setUserAgentField(null);
            client.setConnectTimeout(CONNECT.toMillis());
            client.setIdleTimeout(SILENCE.toMillis());
            client.setMaxConnectionsPerDestination(CONNECTIONS);
            client.setSocketAddressResolver((host, port, context, found) -> found.succeeded(upstreams.inTurn()));
        }
    }
}
