package io.reportstream.producer.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.MeterRegistry;
import io.reportstream.producer.submission.Refusal;
import java.util.function.BooleanSupplier;

/**
 * Refuses reports, before they are read, while too many accepted ones wait to be processed: those who submit slow down
 * to what can be done, instead of a queue that nobody sees.
 */
public final class Backlog {
    private static final int RETRY_AFTER_SECONDS = 10;

    private final BooleanSupplier full;
    private final IntakeMetrics metrics;

    public Backlog(BooleanSupplier full, MeterRegistry registry) {
        this.full = full;
        this.metrics = new IntakeMetrics(registry);
    }

    public void routes(RoutesConfig routes) {
        routes.before("/v1/reports", this::admit);
    }

    private void admit(Context context) {
        if (context.method().equals(HandlerType.POST) && full.getAsBoolean()) {
            metrics.refused(Refusal.BACKLOG.name());
            throw Refusal.BACKLOG
                    .problem("send the same request again later", "请稍后重新发送同一请求")
                    .retryAfter(RETRY_AFTER_SECONDS);
        }
    }
}
