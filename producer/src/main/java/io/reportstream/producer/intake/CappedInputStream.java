package io.reportstream.producer.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after a number of bytes, and tells whether there was more. */
final class CappedInputStream extends FilterInputStream {
    private long left;
    private boolean more;

    CappedInputStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    boolean hadMore() {
        return more;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            more |= in.read() >= 0;
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
