package io.reportstream.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a TCP port on which nobody listens. */
public final class FreePort {
    private static final int LOWEST = 15_000;

    /** Below 32768, where Linux begins to hand out ports of its own to clients: none of them can take a port found here. */
    private static final int BEYOND = 32_000;

    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /** A port on the loopback interface that is free now. */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free TCP port between " + LOWEST + " and " + BEYOND);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
