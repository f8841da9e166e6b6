package io.reportstream.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds a PostgreSQL server that outlived the process which started it, and stops it. */
final class StalePostmaster {
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private StalePostmaster() {}

    /**
     * Returns when no server runs on {@code dataDirectory}.
     *
     * @throws IllegalStateException if one runs and cannot be stopped
     */
    static void stop(Path dataDirectory) {
        Optional<ProcessHandle> found = find(dataDirectory);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = found.get();
        // SIGINT is PostgreSQL's fast stop; Java's own destroy, SIGTERM, would wait for all clients to leave.
        signal("INT", postmaster);
        if (!ends(postmaster, FAST)) {
            // SIGQUIT stops at once; the next start recovers from the write-ahead log.
            signal("QUIT", postmaster);
            if (!ends(postmaster, IMMEDIATE)) {
                throw new IllegalStateException("PostgreSQL, process " + postmaster.pid() + ", still runs on "
                        + dataDirectory + " and does not stop");
            }
        }
    }

    /** The live server named in {@code postmaster.pid}; none if that process is gone, or is another program by now. */
    static Optional<ProcessHandle> find(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Math.abs(Long.parseLong(lines.get(0).strip())))
                            .filter(process -> isPostgres(process, dataDirectory));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // Half written by a process that was killed.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read postmaster.pid in " + dataDirectory, e);
        }
    }

    private static boolean isPostgres(ProcessHandle process, Path dataDirectory) {
        String command = process.info().command().orElse("");
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return process.isAlive()
                && Path.of(command).endsWith("postgres")
                && arguments.contains(dataDirectory.toString());
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
