package io.reportstream.bench.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One part of the stream as a process of its own, which can be killed, frozen and started again. */
final class Child {
    private final String name;
    private final List<String> command;
    private final Path log;
    private @Nullable Process process;
    private boolean wanted;

    /** @param arguments of the command line of reportstream */
    Child(String name, Path directory, String heap, List<String> arguments) {
        this.name = name;
        this.log = directory.resolve(name + ".log");
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                // What counts here is a quick start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program());
        command.addAll(arguments);
    }

    /** The program that runs here: the executable jar, or its classes in a build. */
    private static List<String> program() {
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? List.of("-jar", classPath)
                : List.of("-cp", classPath, "io.reportstream.standalone.Main");
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    synchronized void start() {
        wanted = true;
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL; returns when it is gone. */
    synchronized void kill() {
        wanted = false;
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(10);
        }
    }

    /** SIGTERM; SIGKILL for what has not stopped by then. */
    synchronized void stop(long seconds) {
        wanted = false;
        if (process != null) {
            process.destroy();
            if (!awaitEnd(seconds)) {
                process.destroyForcibly();
                awaitEnd(10);
            }
        }
    }

    /** Sends a signal such as STOP or CONT to the process. */
    void signal(String signal) {
        Process running = process;
        if (running != null) {
            signal(signal, running.pid());
        }
    }

    static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it ended without being told to. */
    synchronized boolean diedAlone() {
        return wanted && process != null && !process.isAlive();
    }

    private boolean awaitEnd(long seconds) {
        try {
            return process == null || process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
