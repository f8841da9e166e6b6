package io.reportstream.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), now::get);

    @Test
    void isDueAtFirst() {
        assertThat(backoff.due()).isTrue();
    }

    @Test
    void waitsLongerEachTimeUpToABound() {
        backoff.failed();
        assertThat(waited()).isBetween(100L, 121L);
        backoff.failed();
        assertThat(waited()).isBetween(200L, 241L);
        for (int i = 0; i < 100; i++) {
            backoff.failed();
        }
        assertThat(waited()).isBetween(5_000L, 6_001L);
    }

    @Test
    void startsAnewAfterASuccess() {
        backoff.failed();
        backoff.failed();
        backoff.succeeded();
        assertThat(backoff.due()).isTrue();
        backoff.failed();
        assertThat(waited()).isLessThan(122);
    }

    private long waited() {
        long begin = now.get();
        while (!backoff.due()) {
            now.addAndGet(1_000_000);
        }
        return (now.get() - begin) / 1_000_000;
    }
}
