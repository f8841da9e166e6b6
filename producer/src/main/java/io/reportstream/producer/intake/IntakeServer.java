package io.reportstream.producer.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.publish.Publisher;
import io.reportstream.producer.publish.ReportPublisher;
import io.reportstream.producer.status.StatusRoute;
import io.reportstream.producer.submission.QueryString;
import io.reportstream.producer.submission.Refusal;
import io.reportstream.producer.submission.Revisions;
import io.reportstream.producer.submission.Submission;
import io.reportstream.producer.submission.SubmissionJson;
import io.reportstream.producer.submission.SubmissionQuery;
import io.reportstream.producer.submission.TextDecoder;
import io.reportstream.service.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/reports} and the status of what was posted. */
public final class IntakeServer {
    private static final String NDJSON = "application/x-ndjson";

    private final Publisher publisher;
    private final StatusRoute status;
    private final IntakeLimits limits;
    private final Executor executor;
    private final IntakeMetrics metrics;
    private final Revisions revisions = new Revisions();

    /**
     * Routes are added by {@link #routes}.
     *
     * @param executor writes the answers; never the thread that the publisher completes on
     */
    public IntakeServer(
            Publisher publisher, StatusRoute status, IntakeLimits limits, Executor executor, MeterRegistry registry) {
        this.publisher = publisher;
        this.status = status;
        this.limits = limits;
        this.executor = executor;
        this.metrics = new IntakeMetrics(registry);
    }

    public void routes(RoutesConfig routes) {
        routes.post("/v1/reports", this::submit);
        routes.get("/v1/reports/{id}", status::handle);
    }

    private void submit(Context context) throws IOException {
        try {
            refuseContentEncoding(context);
            MediaType type = MediaType.parse(context.header("Content-Type"));
            switch (type.type()) {
                case "application/json" -> {
                    String json = body(context, type.charset() == null ? "UTF-8" : type.charset());
                    one(context, SubmissionJson.read(json, null));
                }
                case "text/plain", "text/html" ->
                    one(
                            context,
                            SubmissionQuery.read(
                                    QueryString.parse(context.queryString()), body(context, type.charset()), null));
                case NDJSON -> batch(context, type);
                default ->
                    throw Refusal.UNSUPPORTED_MEDIA_TYPE
                            .problem(
                                    "send application/json, text/plain, text/html or application/x-ndjson, for example "
                                            + "with curl -H 'Content-Type: application/json'",
                                    "请使用 application/json、text/plain、text/html 或 application/x-ndjson，例如 "
                                            + "curl -H 'Content-Type: application/json'")
                            .exception();
            }
        } catch (ProblemException e) {
            metrics.refused(e.problem().code());
            throw e;
        }
    }

    private String body(Context context, @Nullable String charset) throws IOException {
        return TextDecoder.decode(Body.read(context.req(), limits.reportBytes()), charset);
    }

    private void one(Context context, Submission submission) {
        RawReport report = submission.accept(revisions);
        CompletableFuture<Void> published = publisher.publish(report);
        context.future(() -> published.handleAsync(
                (acknowledged, failure) -> {
                    if (failure != null) {
                        throw refused(failure);
                    }
                    metrics.accepted();
                    Receipt receipt = Receipt.of(report);
                    return context.status(202)
                            .header("Location", receipt.statusUrl())
                            .contentType("application/json")
                            .result(Json.bytes(receipt));
                },
                executor));
    }

    private void batch(Context context, MediaType type) throws IOException {
        String charset = type.charset() == null ? "UTF-8" : type.charset();
        Charset known = TextDecoder.charset(charset);
        if (known.name().startsWith("UTF-16") || known.name().startsWith("UTF-32")) {
            throw Refusal.UNKNOWN_CHARSET
                    .problem("lines are read as bytes: use UTF-8 or GB18030", "按字节分行：请使用 UTF-8 或 GB18030")
                    .exception();
        }
        Batch batch = new Batch(publisher, revisions, limits, metrics, charset, null);
        CompletableFuture<List<LineReceipt>> receipts = batch.read(context.req().getInputStream());
        context.future(() -> receipts.thenApplyAsync(lines -> answer(context, lines), executor));
    }

    /** 202 where every line was accepted, else 207: each line has its own status. */
    private static Context answer(Context context, List<LineReceipt> lines) {
        if (lines.isEmpty()) {
            throw Refusal.NO_TEXT.problem("the batch has no lines", "批量提交没有任何行").exception();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(lines.size() * 256);
        for (LineReceipt line : lines) {
            body.writeBytes(Json.bytes(line));
            body.write('\n');
        }
        if (lines.stream().anyMatch(line -> line.status() == 503)) {
            context.header("Retry-After", Integer.toString(ReportPublisher.RETRY_AFTER_SECONDS));
        }
        boolean accepted = lines.stream().allMatch(line -> line.status() == 202);
        return context.status(accepted ? 202 : 207).contentType(NDJSON).result(body.toByteArray());
    }

    private RuntimeException refused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProblemException problem) {
            metrics.refused(problem.problem().code());
            return problem;
        }
        return new CompletionException(cause);
    }

    private static void refuseContentEncoding(Context context) {
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.UNSUPPORTED_ENCODING
                    .problem("send the body uncompressed", "请发送未压缩的正文")
                    .exception();
        }
    }
}
