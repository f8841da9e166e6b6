package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.access.Caller;
import io.reportstream.producer.submission.Revisions;
import io.reportstream.service.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes are a batch, plain or in gzip: a receipt for each report that was published, and nothing is held on to. */
class BatchFuzzTest {
    private static final IntakeLimits LIMITS = new IntakeLimits(512, 4_096, 20, 1_000_000);
    private static final String LINES = "{\"id\":\"a\",\"source\":\"s\",\"text\":\"正文\"}\n\r\n"
            + "{\"source\":\"s\"}\nbad\n{\"source\":\"s\",\"text\":\"" + "x".repeat(600)
            + "\"}\n{\"source\":\"s\",\"text\":\"t\"}";
    private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();
    private static final InFlight IN_FLIGHT = new InFlight(LIMITS.inFlightBytes(), REGISTRY);

    /** What the first byte says of the others. */
    private static final int PLAIN = 0;

    private static final int PACKED_HERE = 1;

    static Stream<byte[]> batches() throws IOException {
        byte[] lines = LINES.getBytes(StandardCharsets.UTF_8);
        return Stream.of(input(PLAIN, lines), input(PACKED_HERE, lines), input(2, gzip(lines)), input(2, lines));
    }

    private static byte[] input(int kind, byte[] bytes) {
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) kind;
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }

    @MethodSource("batches")
    @FuzzTest(maxDuration = "5m")
    void submitting(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        boolean plain = input[0] == PLAIN;
        Body body = new Body(request(input[0] == PACKED_HERE ? gzip(bytes) : bytes, plain ? null : "gzip"));
        List<RawReport> published = new ArrayList<>();
        InFlight.Share share = IN_FLIGHT.share();
        try (share) {
            List<LineReceipt> receipts = new Batch(
                            report -> {
                                published.add(report);
                                return CompletableFuture.completedFuture(null);
                            },
                            new Revisions(),
                            LIMITS,
                            new IntakeMetrics(REGISTRY),
                            new Caller(null),
                            share,
                            "UTF-8")
                    .read(body)
                    .join();
            assertThat(receipts).hasSizeLessThanOrEqualTo(LIMITS.batchLines() + 1);
            assertThat(receipts.stream().filter(line -> line.status() == 202))
                    .extracting(line -> line.receipt().id())
                    .isEqualTo(published.stream().map(RawReport::id).toList());
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("BAD_COMPRESSION");
        }
        assertThat(REGISTRY.get("intake.inflight").gauge().value()).isZero();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static HttpServletRequest request(byte[] body, String encoding) {
        ServletInputStream in = new Bytes(new ByteArrayInputStream(body));
        return (HttpServletRequest) Proxy.newProxyInstance(
                BatchFuzzTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInputStream" -> in;
                    case "getContentLengthLong" -> (long) body.length;
                    case "getHeader" -> "Content-Encoding".equals(arguments[0]) ? encoding : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
