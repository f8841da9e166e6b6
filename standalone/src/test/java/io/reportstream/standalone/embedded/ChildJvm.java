package io.reportstream.standalone.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Java process that a test may kill. */
final class ChildJvm {
    private static final String READY = "ready";

    private ChildJvm() {}

    /** Returns when {@code main} has called {@link #ready()}. */
    static Process start(Class<?> main, String argument) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return process;
            }
        }
        throw new AssertionError(main.getSimpleName() + " ended before it was ready");
    }

    /** Called in the child: tells the parent, then sleeps until killed, a minute at most. */
    static void ready() throws InterruptedException {
        System.out.println(READY);
        Thread.sleep(60_000);
        Runtime.getRuntime().halt(1);
    }
}
