package io.reportstream.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpLimitsTest {
    private static final HttpLimits SMALL =
            new HttpLimits(2, 3, Duration.ofSeconds(1), 40, Duration.ofSeconds(4), 4 * 1024);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final CountDownLatch release = new CountDownLatch(1);
    private final OpsServer server = new OpsServer("sample", new HttpSettings("127.0.0.1", 0), SMALL);

    @BeforeEach
    void start() {
        server.routes(routes -> routes.get("/slow", context -> {
                            release.await();
                            context.result("done");
                        })
                        .post(
                                "/body",
                                context -> context.result(Integer.toString(
                                        context.req().getInputStream().readAllBytes().length))))
                .start();
    }

    @AfterEach
    void close() {
        release.countDown();
        server.close();
    }

    @Test
    void refusesWhatIsTooMuchAndStillTellsItsHealth() throws Exception {
        BlockingQueue<HttpResponse<String>> answers = new LinkedBlockingQueue<>();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(CLIENT.sendAsync(request("/slow"), BodyHandlers.ofString()).thenApply(answers::add));
        }
        // Two are worked on; the others are refused at once, or after their wait.
        for (int refused = 0; refused < 18; refused++) {
            HttpResponse<String> answer = answers.take();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"OVERLOADED\"");
        }
        assertThat(CLIENT.send(request("/health/live"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        release.countDown();

        assertThat(answers.take().body()).isEqualTo("done");
        assertThat(answers.take().body()).isEqualTo("done");
        assertThat(all).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void endsABodyThatStops() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf"));

            assertThat(readAll(socket)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"TOO_SLOW\"");
        }
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(bytes("GET /health/live HTTP/1.1\r\nHost: a\r\nX-Large: " + "x".repeat(5_000) + "\r\n\r\n"));

            assertThat(readAll(socket))
                    .startsWith("HTTP/1.1 431 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"HEADERS_TOO_LARGE\"");
        }
    }

    @Test
    void manyIdleConnectionsKeepNobodyOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                idle.add(connect());
            }
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request("/health/live"), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String readAll(Socket socket) {
        StringBuilder read = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.append((char) b);
            }
        } catch (IOException e) {
            // Reset: the server does not wait for what is still being sent.
        }
        return read.toString();
    }
}
