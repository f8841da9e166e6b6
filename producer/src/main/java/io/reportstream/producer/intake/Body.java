package io.reportstream.producer.intake;

import io.reportstream.producer.submission.Refusal;
import io.reportstream.service.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads request bodies, plain or in gzip, of a bounded size and as long as there is room. */
final class Body {
    /** What of a body that is too long is read and thrown away, so that its sender gets to see the answer. */
    private static final long MAX_LEFTOVER = 128L * 1024 * 1024;

    private static final Duration MAX_DRAINING = Duration.ofSeconds(10);

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final HttpServletRequest request;
    private final boolean gzip;

    /** @throws ProblemException if it is compressed in another way */
    Body(HttpServletRequest request) {
        this.request = request;
        this.gzip = isGzip(request.getHeader("Content-Encoding"));
    }

    /**
     * The whole body, decompressed.
     *
     * @param share is charged for the bytes as they arrive
     * @throws ProblemException if there are more than {@code limit} bytes, compressed or not; if there is no room for
     *     them; or if the compression is broken
     */
    byte[] read(int limit, InFlight.Share share) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLong(limit);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = stream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (body.size() + read > limit) {
                    throw tooLong(limit);
                }
                share.take(read);
                body.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw refusedOr(e);
        }
        return body.toByteArray();
    }

    /** The body as it arrives, decompressed. */
    InputStream stream() throws IOException {
        InputStream in = new PacedInputStream(request.getInputStream(), GRACE);
        return gzip ? new GZIPInputStream(in, 8 * 1024) : in;
    }

    /** A broken compression is the sender's mistake; anything else that breaks is the connection. */
    IOException refusedOr(IOException e) {
        if (gzip && (e instanceof ZipException || e.getClass() == EOFException.class)) {
            throw Refusal.BAD_COMPRESSION
                    .problem("the body is not valid gzip", "请求正文不是有效的 gzip 数据")
                    .exception();
        }
        return e;
    }

    private ProblemException tooLong(int limit) throws IOException {
        // Who waits to be told to go on with the body has not begun to send it.
        if (request.getHeader("Expect") == null && request.getContentLengthLong() <= MAX_LEFTOVER) {
            drain();
        }
        return Refusal.tooLong(limit);
    }

    /** Reads on for a while, for nothing. */
    void drain() throws IOException {
        InputStream in = request.getInputStream();
        long deadline = System.nanoTime() + MAX_DRAINING.toNanos();
        byte[] buffer = new byte[64 * 1024];
        long left = MAX_LEFTOVER;
        while (left > 0 && System.nanoTime() < deadline) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static boolean isGzip(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return true;
        }
        throw Refusal.UNSUPPORTED_ENCODING
                .problem("send the body uncompressed, or in gzip", "请发送未压缩或 gzip 压缩的正文")
                .exception();
    }
}
