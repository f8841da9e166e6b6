package io.reportstream.producer.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.reportstream.producer.ProducerConfig;
import io.reportstream.producer.publish.KafkaClients;
import io.reportstream.producer.publish.ReportPublisher;
import io.reportstream.producer.replay.ReplayedReport.End;
import io.reportstream.producer.status.JdbcReportStatuses;
import io.reportstream.producer.status.StoreSettings;
import io.reportstream.service.SettingsOptions;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Publishes the reports of files and folders to a running stream, waits until each is stored or rejected, and "
                    + "prints what became of each.",
            "Texts (.txt, .html) in any common Chinese encoding; one report as JSON (.json); one per line (.ndjson)."
        },
        footer = "Exit code 0 if every report was stored or rejected, 1 if any is missing or was refused.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final Duration MAX_BLOCK = Duration.ofSeconds(20);
    private static final Duration DELIVERY = Duration.ofSeconds(60);

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with everything in them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "replay",
            description = "Source of reports that name none (default: ${DEFAULT-VALUE}).")
    private String source = "replay";

    @Option(names = "--rate", paramLabel = "N", description = "At most N reports per second (default: no limit).")
    private double rate;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Publish everything N times, each time under fresh ids, for load.")
    private @Nullable Integer repeat;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Give up when nothing more was stored or rejected for so long (default: ${DEFAULT-VALUE}).")
    private int timeout = 60;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ProducerConfig config = ProducerConfig.from(settings.loadForClient());
        StoreSettings store = config.store();
        if (store == null) {
            throw wrong("store.jdbc.url is not set: without the store nobody can tell what became of a report");
        }
        if (rate < 0 || (repeat != null && repeat < 1)) {
            throw wrong("--rate and --repeat must be positive");
        }
        List<Path> files = files();
        int rounds = repeat == null ? 1 : repeat;
        ReplayPlan plan = new ReplayPlan(source, rate, rounds, repeat != null, Duration.ofSeconds(timeout));
        long start = System.nanoTime();
        List<ReplayedReport> reports;
        try (ReportPublisher publisher = new ReportPublisher(
                        KafkaClients.producer(config.kafka(), MAX_BLOCK, DELIVERY), new SimpleMeterRegistry());
                JdbcReportStatuses statuses = new JdbcReportStatuses(store);
                ReplayProgress progress = ReplayProgress.onTerminal((long) files.size() * rounds)) {
            reports = new Replay(publisher, statuses, plan, progress).run(files);
        }
        ReplayTable.print(
                reports,
                Duration.ofNanos(System.nanoTime() - start),
                spec.commandLine().getOut());
        long settled = ReplayTable.count(reports, End.STORED) + ReplayTable.count(reports, End.REJECTED);
        return settled == reports.size() ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        try {
            List<Path> files = ReportFiles.find(paths);
            if (files.isEmpty()) {
                throw wrong("no reports (.txt, .html, .json, .ndjson) in " + paths);
            }
            return files;
        } catch (NoSuchFileException e) {
            throw wrong("there is no " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
