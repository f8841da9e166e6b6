package io.reportstream.producer.submission;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, each ended by LF or the end of the stream; holds one line at a time, and of a long one only its length. */
public final class LineReader {
    private final InputStream in;
    private final int maxBytes;
    private long number;

    /**
     * Reads from {@code in} as lines are asked for.
     *
     * @param maxBytes of a line; a longer one has no bytes
     */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.maxBytes = maxBytes;
    }

    /** One line, without its end. */
    public static final class Line {
        private final long number;
        private final byte @Nullable [] bytes;

        private Line(long number, byte @Nullable [] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        /** Counted from 1, empty lines too. */
        public long number() {
            return number;
        }

        /** Null if there were too many. */
        public byte @Nullable [] bytes() {
            return bytes;
        }
    }

    /** The next line that is not empty; null at the end. */
    public @Nullable Line next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            long length = 0;
            boolean blank = true;
            int read = in.read();
            if (read < 0) {
                return null;
            }
            number++;
            while (read >= 0 && read != '\n') {
                if (++length <= maxBytes) {
                    line.write(read);
                }
                blank &= read == ' ' || read == '\r' || read == '\t';
                read = in.read();
            }
            if (!blank) {
                return new Line(number, length > maxBytes ? null : line.toByteArray());
            }
        }
    }
}
