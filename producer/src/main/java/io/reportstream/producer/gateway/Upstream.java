package io.reportstream.producer.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One producer behind the gateway: where it is, and whether it was ready when last asked. */
final class Upstream {
    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String host;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile @Nullable InetSocketAddress address;
    private volatile boolean ready;

    Upstream(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** @throws ConfigException if {@code text} is not HOST:PORT */
    static Upstream parse(String text) {
        try {
            URI uri = URI.create("http://" + text);
            if (uri.getHost() != null && uri.getPort() > 0 && uri.getRawPath().isEmpty()) {
                return new Upstream(uri.getHost(), uri.getPort());
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("no address", e);
        }
        throw new ConfigException("gateway.upstreams", text, "not HOST:PORT");
    }

    boolean ready() {
        return ready;
    }

    /** The one last found; a container may come back with another. Empty where none was found yet. */
    Optional<InetSocketAddress> address() {
        return Optional.ofNullable(address);
    }

    /** Blocks until the producer answered, or too long. */
    void ask() {
        boolean answer = false;
        try {
            InetAddress found = InetAddress.getByName(host);
            address = new InetSocketAddress(found, port);
            URI uri = new URI("http", null, found.getHostAddress(), port, "/health/ready", null, null);
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            answer = client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (UnknownHostException e) {
            LOG.debug("{} is not known", this);
        } catch (IOException | URISyntaxException e) {
            LOG.debug("{} does not answer", this, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answer != ready) {
            LOG.info("{} is {}", this, answer ? "ready" : "not ready");
        }
        ready = answer;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
