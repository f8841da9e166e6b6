package io.reportstream.standalone.demo;

import io.reportstream.producer.replay.ReplayCommand;
import io.reportstream.service.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Publishes a folder to a running stream and waits for it: the {@code replay} command itself. */
final class Replay {
    private Replay() {}

    /** Returns the exit code of {@code replay}: 0 only when all reports are stored or rejected. */
    static int run(PrintWriter out, Settings stream, Path folder) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString(), "--source", Seeds.SOURCE));
        // As flags, which win over whatever cluster the environment names.
        for (String prefix : new String[] {"kafka.", "store."}) {
            stream.passThrough(prefix).forEach((key, value) -> {
                arguments.add("--set");
                arguments.add(prefix + key + "=" + value);
            });
        }
        return new CommandLine(new ReplayCommand()).setOut(out).execute(arguments.toArray(String[]::new));
    }
}
