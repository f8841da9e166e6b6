package io.reportstream.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.service.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacedInputStreamTest {
    private static final Duration GRACE = Duration.ofMillis(200);

    /** A byte every 20 ms. */
    private static final class Trickle extends InputStream {
        private int left;

        Trickle(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = read();
            if (read < 0) {
                return -1;
            }
            buffer[offset] = (byte) read;
            return 1;
        }
    }

    @Test
    void endsWhatTricklesIn() {
        PacedInputStream in = new PacedInputStream(new Trickle(1_000), GRACE);

        assertThatThrownBy(in::readAllBytes)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("TOO_SLOW"));
    }

    @Test
    void aShortBodyHasTimeToBegin() throws IOException {
        assertThat(new PacedInputStream(new Trickle(5), Duration.ofSeconds(20)).readAllBytes())
                .hasSize(5);
    }

    @Test
    void aFastBodyMayTakeLong() throws Exception {
        PacedInputStream in = new PacedInputStream(new ByteArrayInputStream(new byte[100_000]), Duration.ZERO);
        assertThat(in.readNBytes(90_000)).hasSize(90_000);
        Thread.sleep(500);

        assertThat(in.readAllBytes()).hasSize(10_000);
    }
}
