package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionsTest {
    private final Revisions revisions = new Revisions();

    @Test
    void areMicrosecondsSinceTheEpoch() {
        assertThat(revisions.next(Instant.parse("2024-01-31T00:00:00.123456789Z")))
                .isEqualTo(1_706_659_200_123_456L);
    }

    @Test
    void growEvenIfTheClockStandsOrGoesBack() {
        Instant now = Instant.now();
        long first = revisions.next(now);

        assertThat(revisions.next(now)).isEqualTo(first + 1);
        assertThat(revisions.next(now.minusSeconds(60))).isEqualTo(first + 2);
    }

    @Test
    void areNeverTheSameForTwoThreads() {
        Instant now = Instant.now();
        Set<Long> seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 10_000).parallel().forEach(i -> seen.add(revisions.next(now)));

        assertThat(seen).hasSize(10_000);
    }
}
