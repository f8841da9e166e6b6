package io.reportstream.processor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about a stream thread that died. A fault of Kafka or the disk gets a new thread, some times; a bug, a refused
 * permission or a full heap would only come again and ends the service. In both cases the open transaction is aborted and
 * its records are read again.
 */
final class ThreadFaults implements StreamsUncaughtExceptionHandler {
    static final int MAX_REPLACEMENTS = 20;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFaults.class);

    private final Clock clock;
    private final Deque<Instant> replacements = new ArrayDeque<>();
    private @Nullable String fatal;

    ThreadFaults(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        Throwable cause = root(fault);
        String name = cause.getClass().getSimpleName();
        if (!isSurroundings(cause)) {
            fatal = "a stream thread died of " + name + ", which a new one would do as well";
            LOG.error("{}; the processor stops", fatal, fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Instant now = clock.instant();
        while (!replacements.isEmpty() && replacements.peekFirst().isBefore(now.minus(WITHIN))) {
            replacements.removeFirst();
        }
        replacements.addLast(now);
        if (replacements.size() > MAX_REPLACEMENTS) {
            fatal = "stream threads died " + replacements.size() + " times within " + WITHIN.toMinutes()
                    + " min, last of " + name;
            LOG.error("{}; the processor stops", fatal, fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("a stream thread died of {} and is replaced", name, fault);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Why the processor gave up; empty while it did not. */
    synchronized Optional<String> fatal() {
        return Optional.ofNullable(fatal);
    }

    private static boolean isSurroundings(Throwable cause) {
        if (cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof RecordTooLargeException
                || cause instanceof SerializationException) {
            return false;
        }
        return cause instanceof KafkaException || cause instanceof IOException || cause instanceof RocksDBException;
    }

    private static Throwable root(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
