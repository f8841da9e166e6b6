package io.reportstream.producer.intake;

import io.reportstream.contract.RawReport;
import io.reportstream.producer.access.Caller;
import io.reportstream.producer.publish.Publisher;
import io.reportstream.producer.submission.LineReader;
import io.reportstream.producer.submission.Refusal;
import io.reportstream.producer.submission.Revisions;
import io.reportstream.producer.submission.SubmissionJson;
import io.reportstream.producer.submission.TextDecoder;
import io.reportstream.service.Problem;
import io.reportstream.service.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Reports as lines of JSON. Each line stands for itself: it is published or refused alone. Receipts are kept until the
 * last line is read, since many clients read no answer before they have sent everything.
 */
final class Batch {
    /** Lines that may wait for their acknowledgement at a time. */
    private static final int WINDOW = 256;

    private final Publisher publisher;
    private final Revisions revisions;
    private final IntakeLimits limits;
    private final IntakeMetrics metrics;
    private final Caller caller;
    private final InFlight.Share share;
    private final String charset;
    private final List<CompletableFuture<LineReceipt>> receipts = new ArrayList<>();
    private volatile @Nullable Problem outage;

    Batch(
            Publisher publisher,
            Revisions revisions,
            IntakeLimits limits,
            IntakeMetrics metrics,
            Caller caller,
            InFlight.Share share,
            String charset) {
        this.publisher = publisher;
        this.revisions = revisions;
        this.limits = limits;
        this.metrics = metrics;
        this.caller = caller;
        this.share = share;
        this.charset = charset;
    }

    /** Publishes line by line; returns when the last line is read. */
    CompletableFuture<List<LineReceipt>> read(Body body) throws IOException {
        // One line at a time is held here, and what was sent is held by the publisher, which has a bound of its own.
        share.take(limits.reportBytes());
        try {
            lines(body);
        } catch (IOException e) {
            throw body.refusedOr(e);
        }
        return CompletableFuture.allOf(receipts.toArray(CompletableFuture[]::new))
                .thenApply(all -> receipts.stream().map(CompletableFuture::join).toList());
    }

    private void lines(Body body) throws IOException {
        CappedInputStream capped = new CappedInputStream(body.stream(), limits.batchBytes());
        LineReader lines = new LineReader(capped, limits.reportBytes());
        LineReader.Line line = lines.next();
        while (line != null && !capped.hadMore() && receipts.size() < limits.batchLines()) {
            receipts.add(publish(line));
            if (receipts.size() >= WINDOW) {
                receipts.get(receipts.size() - WINDOW).join();
            }
            line = lines.next();
        }
        if (line != null) {
            receipts.add(CompletableFuture.completedFuture(refused(line.number(), tooLong())));
            body.drain();
        }
    }

    private CompletableFuture<LineReceipt> publish(LineReader.Line line) {
        Problem known = outage;
        if (known != null) {
            // Trying each of thousands of lines in vain would take a time-out each.
            return CompletableFuture.completedFuture(refused(line.number(), known));
        }
        try {
            long number = line.number();
            byte[] bytes = line.bytes();
            if (bytes == null) {
                throw Refusal.tooLong(limits.reportBytes());
            }
            String json = TextDecoder.decode(bytes, charset);
            RawReport report =
                    caller.permit(SubmissionJson.read(json, caller.source())).accept(revisions);
            // The text must not live on until the acknowledgement.
            Receipt receipt = Receipt.of(report);
            return publisher.publish(report).handle((acknowledged, failure) -> {
                if (failure != null) {
                    return refused(number, problem(failure));
                }
                metrics.accepted();
                return LineReceipt.accepted(number, receipt);
            });
        } catch (ProblemException e) {
            return CompletableFuture.completedFuture(refused(line.number(), e.problem()));
        }
    }

    private LineReceipt refused(long line, Problem problem) {
        metrics.refused(problem.code());
        return LineReceipt.refused(line, problem);
    }

    private Problem tooLong() {
        return Refusal.BATCH_TOO_LONG.problem(
                "at most " + limits.batchLines() + " lines and " + limits.batchBytes()
                        + " bytes; this line and those after it were not read: submit them in another batch",
                "最多 " + limits.batchLines() + " 行、" + limits.batchBytes() + " 字节；本行及之后各行未处理，请另行提交");
    }

    private Problem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProblemException e) {
            outage = e.problem();
            return e.problem();
        }
        throw new CompletionException(cause);
    }
}
