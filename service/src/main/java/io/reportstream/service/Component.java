package io.reportstream.service;

import java.util.Optional;

/** A long-lived part of the stream. I/O begins at {@link #start()}, not in the constructor. */
public interface Component extends AutoCloseable {
    /** Begins the work; returns when the part can be used. */
    void start();

    /** Whether the part can do its work now, and why not. Cheap and safe to repeat. */
    Health check();

    /** Why the part will never work again in this process, if so: its process then ends, to be started afresh. */
    default Optional<String> failure() {
        return Optional.empty();
    }

    /** Finishes what was begun, within a bounded time. Safe to call twice. */
    @Override
    void close();
}
