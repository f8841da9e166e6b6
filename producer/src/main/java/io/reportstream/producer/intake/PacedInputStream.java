package io.reportstream.producer.intake;

import io.reportstream.producer.submission.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends a body that trickles in. One that stops altogether is ended by the server's idle time-out.
 *
 * <p>Jetty's MinimumDataRateHandler does not fit: it counts the bytes of all requests together, and allows no time to begin.
 */
final class PacedInputStream extends FilterInputStream {
    private static final long BYTES_PER_SECOND = 1_000;

    private final long grace;
    private final long start = System.nanoTime();
    private long bytes;

    /** @param grace in which no rate is asked for */
    PacedInputStream(InputStream in, Duration grace) {
        super(in);
        this.grace = grace.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        bytes += Math.max(read, 0);
        long late = System.nanoTime() - start - grace;
        if (read > 0 && late > 0 && bytes < late / 1_000_000_000.0 * BYTES_PER_SECOND) {
            throw Refusal.TOO_SLOW
                    .problem(
                            "at least " + BYTES_PER_SECOND + " bytes per second are expected",
                            "传输速度不得低于每秒 " + BYTES_PER_SECOND + " 字节")
                    .exception();
        }
        return read;
    }
}
