package io.reportstream.producer.intake;

import io.reportstream.producer.submission.Refusal;
import io.reportstream.service.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads request bodies of a bounded size. */
final class Body {
    /** What of a body that is too long is read and thrown away, so that its sender gets to see the answer. */
    private static final long MAX_LEFTOVER = 128L * 1024 * 1024;

    private static final Duration MAX_DRAINING = Duration.ofSeconds(10);

    private Body() {}

    /** @throws ProblemException if there are more than {@code limit} bytes, whether announced or not */
    static byte[] read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLong(request, limit);
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw tooLong(request, limit);
        }
        return body;
    }

    private static ProblemException tooLong(HttpServletRequest request, int limit) throws IOException {
        // Who waits to be told to go on with the body has not begun to send it.
        if (request.getHeader("Expect") == null && request.getContentLengthLong() <= MAX_LEFTOVER) {
            drain(request.getInputStream());
        }
        return Refusal.tooLong(limit);
    }

    static void drain(InputStream in) throws IOException {
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
}
