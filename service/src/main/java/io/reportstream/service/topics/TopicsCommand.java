package io.reportstream.service.topics;

import io.reportstream.service.Settings;
import io.reportstream.service.SettingsOptions;
import io.reportstream.service.topics.Difference.Consent;
import io.reportstream.service.topics.TopicChanges.Applied;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the topics with what they should be, and makes them so. */
@Command(
        name = "topics",
        description = "Compares the topics of a cluster with what is declared, and makes them so. Declared is what the "
                + "stream needs; topics.* settings override it (see config/reference.properties).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(diff | apply)",
        subcommands = {TopicsCommand.Diff.class, TopicsCommand.Apply.class})
public final class TopicsCommand {
    @Command(
            name = "diff",
            description = "Prints what differs. Exit code 0 when nothing does, 1 when something does.",
            mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @Mixin
        private final SettingsOptions options = new SettingsOptions();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = options.loadForClient();
            List<NewTopic> declared = DeclaredTopics.from(settings);
            try (Admin admin = Admin.create(settings.passThrough("kafka."))) {
                List<Difference> differences = TopicDiff.of(admin, declared);
                PrintWriter out = spec.commandLine().getOut();
                print(out, "", differences);
                if (differences.isEmpty()) {
                    out.println("all " + declared.size() + " topics are as declared");
                }
                return differences.isEmpty() ? 0 : 1;
            }
        }
    }

    @Command(
            name = "apply",
            description =
                    "Creates what is missing and changes settings, one by one; what is not declared stays. Safe to "
                            + "repeat. Deletes nothing. Exit code 0 when the topics are as declared, 1 when something is left.",
            mixinStandardHelpOptions = true)
    static final class Apply implements Callable<Integer> {
        @Mixin
        private final SettingsOptions options = new SettingsOptions();

        @Option(
                names = "--allow-more-partitions",
                description = "Raise partitions to what is declared. A report's later revisions then go to another "
                        + "partition than its earlier ones, so their order is no longer kept, and the processor's state "
                        + "does not match: stop producers and processor first, and let the processor begin anew.")
        private boolean morePartitions;

        @Option(
                names = "--allow-destructive",
                description = "Also make changes that lose records (shorter retention, another cleanup policy), refuse "
                        + "larger ones, or ask for fewer copies.")
        private boolean destructive;

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = "60",
                description = "How long the brokers may take. Default: ${DEFAULT-VALUE}.")
        private int timeoutSeconds;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = options.loadForClient();
            List<NewTopic> declared = DeclaredTopics.from(settings);
            try (Admin admin = Admin.create(settings.passThrough("kafka."))) {
                Applied applied = new TopicChanges(admin, given(), Duration.ofSeconds(timeoutSeconds)).apply(declared);
                PrintWriter out = spec.commandLine().getOut();
                print(out, "settled: ", applied.settled());
                print(out, "left: ", applied.left());
                if (applied.left().isEmpty()) {
                    out.println("all " + declared.size() + " topics are as declared");
                }
                return applied.left().isEmpty() ? 0 : 1;
            }
        }

        private Set<Consent> given() {
            Set<Consent> given = EnumSet.of(Consent.NONE);
            if (morePartitions) {
                given.add(Consent.MORE_PARTITIONS);
            }
            if (destructive) {
                given.add(Consent.DESTRUCTIVE);
            }
            return given;
        }
    }

    private static void print(PrintWriter out, String before, List<Difference> differences) {
        for (Difference difference : differences) {
            String need = difference.need().isEmpty() ? "" : " (" + difference.need() + ")";
            out.println(before + difference.topic() + " " + difference.text() + need);
        }
    }
}
