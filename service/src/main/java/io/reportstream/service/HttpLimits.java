package io.reportstream.service;

import java.time.Duration;

/**
 * What a server takes on at a time. Health checks and metrics are answered beyond {@code requests} and {@code waiting}.
 *
 * @param requests being worked on; fewer than there are threads
 * @param waiting requests that may wait for their turn, each for {@code patience}; others get 503 at once
 * @param connections open; further ones wait to be accepted, and idle ones are then closed soon
 * @param idle how long a connection, or a request or answer under way, may be silent
 * @param headerBytes of one request, its first line included
 */
record HttpLimits(int requests, int waiting, Duration patience, int connections, Duration idle, int headerBytes) {
    static final HttpLimits DEFAULT =
            new HttpLimits(48, 1_000, Duration.ofSeconds(5), 2_000, Duration.ofSeconds(30), 8 * 1024);

    static final int THREADS = 64;
}
