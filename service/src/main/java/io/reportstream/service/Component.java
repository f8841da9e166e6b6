package io.reportstream.service;

/** A long-lived part of the stream. I/O begins at {@link #start()}, not in the constructor. */
public interface Component extends AutoCloseable {
    /** Begins the work; returns when the part can be used. */
    void start();

    /** Whether the part can do its work now, and why not. Cheap and safe to repeat. */
    Health check();

    /** Finishes what was begun, within a bounded time. Safe to call twice. */
    @Override
    void close();
}
