package io.reportstream.producer.replay;

import io.reportstream.contract.RawReport;
import io.reportstream.producer.publish.Publisher;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.producer.status.ReportStatuses;
import io.reportstream.producer.submission.Refusal;
import io.reportstream.producer.submission.Revisions;
import io.reportstream.producer.submission.Submission;
import io.reportstream.service.Problem;
import io.reportstream.service.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Publishes the reports of files, and waits until each is stored or rejected. For one run. */
public final class Replay implements FileReader.Reports {
    /** Reports that may wait for their acknowledgement at a time. */
    private static final int WINDOW = 1_000;

    private static final int ID_CUT = 160;

    private final Publisher publisher;
    private final Settling settling;
    private final ReplayPlan plan;
    private final ReplayProgress progress;
    private final Revisions revisions = new Revisions();
    private final Pace pace;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final List<Sent> sent = new ArrayList<>();
    private int round;
    private volatile @Nullable Problem outage;

    public Replay(Publisher publisher, ReportStatuses statuses, ReplayPlan plan, ReplayProgress progress) {
        this.publisher = publisher;
        this.settling = new Settling(statuses, progress::settled);
        this.plan = plan;
        this.progress = progress;
        this.pace = new Pace(plan.perSecond());
    }

    /**
     * A report on its way.
     *
     * @param acknowledged with the reason why not, or null once it is
     */
    private record Sent(
            String name, @Nullable Submitted submitted, CompletableFuture<@Nullable Problem> acknowledged) {}

    /** Replays in the order of {@code files}; what became of each, in that order. */
    public List<ReplayedReport> run(List<Path> files) throws IOException, InterruptedException {
        FileReader reader = new FileReader(plan.source());
        try (settling) {
            settling.start();
            for (round = 0; round < plan.rounds(); round++) {
                for (Path file : files) {
                    reader.read(file, this);
                }
            }
            for (Sent report : sent) {
                report.acknowledged().join();
            }
            settling.await(plan.patience());
            return sent.stream()
                    .map(report -> new ReplayedReport(
                            report.name(),
                            report.submitted(),
                            report.acknowledged().join(),
                            report.submitted() == null ? null : settling.of(report.submitted())))
                    .toList();
        }
    }

    @Override
    public void submission(String name, Submission read) {
        Submission submission = plan.freshIds() ? read.withId(freshId(read)) : read;
        progress.submitted();
        Problem known = outage;
        if (known != null) {
            // The broker is gone: trying the others too would take a time-out each.
            refused(name, known);
            return;
        }
        pace.await();
        RawReport report = submission.accept(revisions);
        Submitted submitted = new Submitted(report.id(), report.revision(), report.source());
        try {
            CompletableFuture<@Nullable Problem> acknowledged = publisher
                    .publish(report)
                    .handle((done, failure) -> failure == null ? accepted(submitted) : problem(failure));
            sent.add(new Sent(name, submitted, acknowledged));
        } catch (ProblemException e) {
            refused(name, e.problem());
        }
        if (sent.size() > WINDOW) {
            sent.get(sent.size() - WINDOW).acknowledged().join();
        }
    }

    @Override
    public void refused(String name, Problem problem) {
        sent.add(new Sent(name, null, CompletableFuture.completedFuture(problem)));
    }

    private @Nullable Problem accepted(Submitted submitted) {
        settling.accepted(submitted);
        return null;
    }

    private String freshId(Submission submission) {
        String id = submission.reportId();
        int end = Math.min(id.length(), ID_CUT);
        // Half a pair is no id.
        boolean pairCut = end < id.length() && Character.isHighSurrogate(id.charAt(end - 1));
        return id.substring(0, pairCut ? end - 1 : end) + "-" + run + "-" + round;
    }

    private Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        Problem problem = cause instanceof ProblemException known
                ? known.problem()
                : Refusal.BROKER_UNAVAILABLE.problem(String.valueOf(cause), String.valueOf(cause));
        outage = problem;
        return problem;
    }
}
