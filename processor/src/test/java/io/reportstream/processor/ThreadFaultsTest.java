package io.reportstream.processor;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadFaultsTest {
    private final ThreadFaults faults = new ThreadFaults(Clock.systemUTC());

    @Test
    void aFaultOfTheSurroundingsGetsANewThreadSomeTimes() {
        StreamsException fault = new StreamsException("task", new TimeoutException("broker"));
        for (int i = 0; i < ThreadFaults.MAX_REPLACEMENTS; i++) {
            assertThat(faults.handle(fault)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(faults.fatal()).isEmpty();
        assertThat(faults.handle(fault)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(faults.fatal()).hasValueSatisfying(why -> assertThat(why).contains("21 times"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void whatWouldComeAgainStopsTheProcessor(Throwable cause) {
        assertThat(faults.handle(new StreamsException("with words of a report", cause)))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(faults.fatal()).hasValueSatisfying(why -> assertThat(why).doesNotContain("words"));
    }

    static Stream<Throwable> hopeless() {
        return Stream.of(
                new IllegalStateException("bug"),
                new OutOfMemoryError("heap"),
                new AuthorizationException("no"),
                new RecordTooLargeException("size"));
    }
}
