package io.reportstream.standalone.demo;

import io.reportstream.service.ServiceRunner;
import io.reportstream.service.Settings;
import io.reportstream.standalone.LogFile;
import io.reportstream.standalone.embedded.Directories;
import io.reportstream.standalone.local.DataDirectory;
import io.reportstream.standalone.local.LocalStream;
import io.reportstream.standalone.local.Ports;
import io.reportstream.standalone.local.WhereToLook;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The seed reports through a whole stream that lives no longer than this command. */
@Command(
        name = "demo",
        description = "Starts everything on a temporary directory, replays the seed reports, and shows what was found.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all seed reports are stored", "1:some are not, or something did not start"})
public final class DemoCommand implements Callable<Integer> {
    private static final Duration CLOSING = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--exit", description = "Stop when all is shown, instead of staying up until Ctrl-C.")
    private boolean exit;

    @Override
    public Integer call() throws Exception {
        Path temporary = Files.createTempDirectory("reportstream-demo-");
        DataDirectory directory = DataDirectory.open(temporary);
        LogFile.use(directory.log());
        LocalStream stream = new LocalStream(directory, Ports.free(), Settings.of(Map.of()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("starting Kafka, PostgreSQL and our services on " + temporary + " …");
        int code = 1;
        try {
            code = ServiceRunner.during("demo", stream, CLOSING, () -> show(out, directory, stream));
        } finally {
            if (code == 0) {
                Directories.delete(temporary);
            } else {
                out.println("kept for a look: " + directory.log());
            }
        }
        return code;
    }

    private int show(PrintWriter out, DataDirectory directory, LocalStream stream) throws Exception {
        Path seeds = directory.path().resolve("seeds");
        Seeds.copyTo(seeds);
        int replayed = Replay.run(out, stream.settings(), seeds);
        boolean stored = new DemoReport(stream.settings()).print(out);
        if (!exit) {
            new WhereToLook(directory, stream.settings()).print(out);
            out.println("Ctrl-C stops and deletes everything / 按 Ctrl-C 停止并删除全部数据");
            new CountDownLatch(1).await();
        }
        return replayed == 0 && stored ? 0 : 1;
    }
}
