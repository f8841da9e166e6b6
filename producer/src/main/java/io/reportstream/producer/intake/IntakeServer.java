package io.reportstream.producer.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.reportstream.contract.Json;
import io.reportstream.contract.RawReport;
import io.reportstream.producer.access.Access;
import io.reportstream.producer.access.Caller;
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
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/reports} and the status of what was posted. */
public final class IntakeServer {
    private static final String NDJSON = "application/x-ndjson";

    private final Publisher publisher;
    private final StatusRoute status;
    private final Access access;
    private final IntakeLimits limits;
    private final Executor executor;
    private final IntakeMetrics metrics;
    private final InFlight inFlight;
    private final Revisions revisions = new Revisions();

    /**
     * Routes are added by {@link #routes}.
     *
     * @param executor writes the answers; never the thread that the publisher completes on
     */
    public IntakeServer(
            Publisher publisher,
            StatusRoute status,
            Access access,
            IntakeLimits limits,
            Executor executor,
            MeterRegistry registry) {
        this.publisher = publisher;
        this.status = status;
        this.access = access;
        this.limits = limits;
        this.executor = executor;
        this.metrics = new IntakeMetrics(registry);
        this.inFlight = new InFlight(limits.inFlightBytes(), registry);
    }

    public void routes(RoutesConfig routes) {
        routes.post("/v1/reports", this::submit);
        routes.get("/v1/reports/{id}", this::status);
        routes.get("/openapi.yaml", IntakeServer::describe);
    }

    private static void describe(Context context) throws IOException {
        try (InputStream document = IntakeServer.class.getResourceAsStream("/openapi/intake.yaml")) {
            context.contentType("application/yaml")
                    .result(Objects.requireNonNull(document).readAllBytes());
        }
    }

    private void status(Context context) {
        status.handle(context, access.caller(context));
    }

    private void submit(Context context) throws IOException {
        InFlight.Share share = inFlight.share();
        CompletableFuture<Context> answered;
        try {
            answered = take(context, share).whenComplete((answer, failure) -> share.close());
        } catch (ProblemException e) {
            share.close();
            metrics.refused(e.problem().code());
            throw e;
        } catch (IOException | RuntimeException e) {
            share.close();
            throw e;
        }
        context.future(() -> answered);
    }

    private CompletableFuture<Context> take(Context context, InFlight.Share share) throws IOException {
        Caller caller = access.caller(context);
        Body body = new Body(context.req());
        MediaType type = MediaType.parse(context.header("Content-Type"));
        switch (type.type()) {
            case "application/json" -> {
                String json = TextDecoder.decode(body.read(limits.reportBytes(), share), type.charsetOr("UTF-8"));
                return one(context, caller.permit(SubmissionJson.read(json, caller.source())));
            }
            case "text/plain", "text/html" -> {
                String text = TextDecoder.decode(body.read(limits.reportBytes(), share), type.charset());
                Map<String, List<String>> query = QueryString.parse(context.queryString());
                return one(context, caller.permit(SubmissionQuery.read(query, text, caller.source())));
            }
            case NDJSON -> {
                return batch(context, caller, body, linesCharset(type), share);
            }
            default ->
                throw Refusal.UNSUPPORTED_MEDIA_TYPE
                        .problem(
                                "send application/json, text/plain, text/html or application/x-ndjson, for example "
                                        + "with curl -H 'Content-Type: application/json'",
                                "请使用 application/json、text/plain、text/html 或 application/x-ndjson，例如 "
                                        + "curl -H 'Content-Type: application/json'")
                        .exception();
        }
    }

    private CompletableFuture<Context> one(Context context, Submission submission) {
        RawReport report = submission.accept(revisions);
        // Made now: the text must not live on until the acknowledgement.
        Receipt receipt = Receipt.of(report);
        return publisher
                .publish(report)
                .handleAsync((acknowledged, failure) -> answer(context, receipt, failure), executor);
    }

    private Context answer(Context context, Receipt receipt, @Nullable Throwable failure) {
        if (failure != null) {
            throw refused(failure);
        }
        metrics.accepted();
        return context.status(202)
                .header("Location", receipt.statusUrl())
                .contentType("application/json")
                .result(Json.bytes(receipt));
    }

    private CompletableFuture<Context> batch(
            Context context, Caller caller, Body body, String charset, InFlight.Share share) throws IOException {
        return new Batch(publisher, revisions, limits, metrics, caller, share, charset)
                .read(body)
                .thenApplyAsync(lines -> answer(context, lines), executor);
    }

    private static String linesCharset(MediaType type) {
        String charset = type.charsetOr("UTF-8");
        String known = TextDecoder.charset(charset).name();
        if (known.startsWith("UTF-16") || known.startsWith("UTF-32")) {
            throw Refusal.UNKNOWN_CHARSET
                    .problem("lines are read as bytes: use UTF-8 or GB18030", "按字节分行：请使用 UTF-8 或 GB18030")
                    .exception();
        }
        return charset;
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
}
