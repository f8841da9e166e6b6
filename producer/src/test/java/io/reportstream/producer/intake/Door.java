package io.reportstream.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.access.Access;
import io.reportstream.producer.publish.ReportPublisher;
import io.reportstream.producer.status.ReportStatuses;
import io.reportstream.producer.status.StatusRoute;
import io.reportstream.service.HttpSettings;
import io.reportstream.service.OpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A real HTTP intake on a free port, in front of Kafka's own mock producer. */
final class Door implements AutoCloseable {
    static final IntakeLimits LIMITS = new IntakeLimits(1024 * 1024, 8L * 1024 * 1024, 1_000, 4L * 1024 * 1024);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Whether too many reports wait to be processed. */
    final AtomicBoolean full = new AtomicBoolean();

    final MockProducer<String, byte[]> kafka;
    final OpsServer server = new OpsServer("producer", new HttpSettings("127.0.0.1", 0));

    Door(boolean acknowledging, @Nullable ReportStatuses statuses) {
        this(acknowledging, statuses, Access.open());
    }

    Door(boolean acknowledging, @Nullable ReportStatuses statuses, Access access) {
        this.kafka = new MockProducer<>(acknowledging, null, new StringSerializer(), new ByteArraySerializer());
        ReportPublisher publisher = new ReportPublisher(kafka, server.metrics());
        IntakeServer intake = new IntakeServer(
                publisher, new StatusRoute(statuses), access, LIMITS, server.executor(), server.metrics());
        server.routes(new Backlog(full::get, server.metrics())::routes)
                .routes(intake::routes)
                .start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    /** Sends a request's head alone, and returns all that comes until the server closes the connection. */
    String raw(String... head) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head(head));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String contentType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(body)
                .build());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was published so far. */
    List<RawReport> published() {
        return kafka.history().stream().map(sent -> read(sent.value())).toList();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawReport read(byte[] value) {
        try {
            return Json.MAPPER.readValue(value, RawReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
