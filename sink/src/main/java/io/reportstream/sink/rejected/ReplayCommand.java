package io.reportstream.sink.rejected;

import com.zaxxer.hikari.HikariDataSource;
import io.reportstream.sink.SinkConfig;
import io.reportstream.sink.consume.KafkaClients;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Sends rejected reports back to reports.raw, under their id and with their revision, and says what became of "
                    + "each.",
            "Ends with 0 only if all that were meant are stored."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final int DELIVERY_MILLIS = 20_000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RejectedCommand parent;

    @Mixin
    private final RejectedAccess access = new RejectedAccess();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Parameters(paramLabel = "NUMBER", arity = "0..*", description = "Numbers of rejections; or use the options.")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--limit", defaultValue = "100", description = "Most rejections (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--dry-run", description = "Only say what would be done and what would come of it now.")
    private boolean dryRun;

    @Option(names = "--force", description = "Also what is stored, on its way, or was replayed too often.")
    private boolean force;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for what becomes of them (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (ids.isEmpty() && !filter.narrows()) {
            throw new ParameterException(
                    spec.commandLine(), "say which: numbers, or options such as --fingerprint or --state OPEN");
        }
        SinkConfig config = access.config();
        PrintWriter out = spec.commandLine().getOut();
        try (HikariDataSource database = RejectedAccess.open(config)) {
            RejectionStore rejections = new RejectionStore(database);
            List<RejectionSummary> meant = meant(rejections);
            boolean done = dryRun ? rehearse(config, rejections, meant, out) : replay(config, rejections, meant, out);
            out.flush();
            return done ? 0 : 1;
        }
    }

    private List<RejectionSummary> meant(RejectionStore rejections) {
        if (ids.isEmpty()) {
            return rejections.rows(filter.filter(), limit);
        }
        return ids.stream()
                .map(id -> rejections
                        .find(id)
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no rejection " + id)))
                .toList();
    }

    private boolean rehearse(
            SinkConfig config, RejectionStore rejections, List<RejectionSummary> meant, PrintWriter out) {
        boolean all = true;
        for (RejectionSummary rejection : meant) {
            ReplayDecision decision = ReplayDecision.of(rejection, force, config.maxReplays());
            all &= decision.replay();
            String outcome = decision.replay() ? parent.rehearsal().of(rejections.payload(rejection.id())) : "";
            out.printf(
                    "%8d  %s %s  %s%n",
                    rejection.id(),
                    decision.replay() ? "would be replayed" : "would be left alone:",
                    Terminal.plain(decision.why()),
                    Terminal.plain(outcome));
        }
        return all;
    }

    private boolean replay(SinkConfig config, RejectionStore rejections, List<RejectionSummary> meant, PrintWriter out)
            throws InterruptedException {
        List<ReplayDecision> decisions = new ArrayList<>();
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(config.consumers().kafka(), "reportstream-replay", DELIVERY_MILLIS)) {
            Replayer replayer = new Replayer(rejections, producer, config.maxReplays());
            for (RejectionSummary rejection : meant) {
                decisions.add(replayer.replay(rejection, force));
            }
        }
        boolean stored = true;
        long deadline = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        for (ReplayDecision decision : decisions) {
            long id = decision.rejection().id();
            if (decision.replay()) {
                RejectionState state = outcome(rejections, id, deadline);
                out.printf("%8d  replayed: %s%n", id, state == RejectionState.RESOLVED ? "STORED" : state);
                stored &= state == RejectionState.RESOLVED;
            } else {
                out.printf("%8d  left alone: %s%n", id, Terminal.plain(decision.why()));
                stored = false;
            }
        }
        return stored;
    }

    private static RejectionState outcome(RejectionStore rejections, long id, long deadline)
            throws InterruptedException {
        while (true) {
            RejectionState state =
                    rejections.find(id).map(RejectionSummary::state).orElse(RejectionState.OPEN);
            if (state == RejectionState.RESOLVED
                    || state == RejectionState.REJECTED_AGAIN
                    || System.nanoTime() > deadline) {
                return state;
            }
            Thread.sleep(100);
        }
    }
}
