package io.reportstream.sink.rejected;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.reportstream.contract.Json;
import io.reportstream.service.access.KeyFile;
import io.reportstream.sink.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Rejections over HTTP:
 *
 * <ul>
 *   <li>{@code GET /v1/rejected}: by cause; {@code ?each=true}: one by one; narrowed as on the command line
 *   <li>{@code GET /v1/rejected/{number}} and {@code GET /v1/rejected/{number}/payload}
 *   <li>{@code POST /v1/rejected/{number}/replay} and {@code POST /v1/rejected/replay?fingerprint=…}: send back; {@code
 *       dryRun=true}: only say what would be sent
 * </ul>
 */
public final class RejectedRoutes {
    private final Supplier<@Nullable RejectionStore> store;
    private final Supplier<@Nullable Replayer> replayer;
    private final @Nullable KeyFile keys;

    /**
     * @param store null until the database has answered; {@code replayer} likewise
     * @param keys of those who may use the routes; null for anybody who can connect
     */
    public RejectedRoutes(
            Supplier<@Nullable RejectionStore> store, Supplier<@Nullable Replayer> replayer, @Nullable KeyFile keys) {
        this.store = store;
        this.replayer = replayer;
        this.keys = keys;
    }

    public void register(RoutesConfig routes) {
        routes.get("/v1/rejected", guarded(this::list));
        routes.get("/v1/rejected/{number}", guarded(this::show));
        routes.get("/v1/rejected/{number}/payload", guarded(this::payload));
        routes.post("/v1/rejected/replay", guarded(this::replayMany));
        routes.post("/v1/rejected/{number}/replay", guarded(this::replayOne));
    }

    private void list(Context context) {
        RejectionFilter filter = RejectedQuery.filter(context);
        int limit = RejectedQuery.limit(context);
        if (RejectedQuery.flag(context, "each")) {
            answer(context, Map.of("rejections", store().rows(filter, limit)));
        } else {
            answer(context, Map.of("groups", store().groups(filter, limit)));
        }
    }

    private void show(Context context) {
        answer(context, find(context));
    }

    private void payload(Context context) {
        RejectionSummary rejection = find(context);
        // Foreign bytes: to be saved, never to be shown by a browser.
        context.contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"rejection-" + rejection.id() + ".payload\"")
                .result(store().payload(rejection.id()));
    }

    private void replayOne(Context context) {
        replay(context, List.of(find(context)));
    }

    private void replayMany(Context context) {
        RejectionFilter filter = RejectedQuery.filter(context);
        if (filter.equals(RejectionFilter.ALL)) {
            throw RejectedProblem.NOT_NARROWED.exception(
                    "by state, reason, stage, source, report, fingerprint or since", "可按状态、原因、阶段、来源等筛选");
        }
        replay(context, store().rows(filter, RejectedQuery.limit(context)));
    }

    private void replay(Context context, List<RejectionSummary> meant) {
        requireJson(context);
        boolean force = RejectedQuery.flag(context, "force");
        boolean dryRun = RejectedQuery.flag(context, "dryRun");
        Replayer sender = replayer.get();
        if (sender == null) {
            throw RejectedProblem.BROKER_UNAVAILABLE.exception("the sink is starting", "服务正在启动");
        }
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (RejectionSummary rejection : meant) {
            ReplayDecision decision = dryRun ? sender.decide(rejection, force) : sender.replay(rejection, force);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("number", rejection.id());
            line.put("reportId", rejection.reportId());
            line.put("replay", decision.replay());
            line.put("why", decision.why());
            decisions.add(line);
        }
        answer(context, Map.of("dryRun", dryRun, "rejections", decisions));
    }

    /** A page of another site can make a browser send a form here, but not JSON. */
    private static void requireJson(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw RejectedProblem.WRONG_CONTENT_TYPE.exception("an empty object will do", "空对象即可");
        }
    }

    private RejectionSummary find(Context context) {
        return store().find(RejectedQuery.number(context))
                .orElseThrow(() -> RejectedProblem.UNKNOWN_REJECTION.exception("", ""));
    }

    private RejectionStore store() {
        RejectionStore opened = store.get();
        if (opened == null) {
            throw RejectedProblem.STORE_UNAVAILABLE.exception("the sink is starting", "服务正在启动");
        }
        return opened;
    }

    private Handler guarded(Handler handler) {
        return context -> {
            authenticate(context);
            try {
                handler.handle(context);
            } catch (StoreUnavailableException e) {
                throw RejectedProblem.STORE_UNAVAILABLE.exception(String.valueOf(e.getMessage()), "请稍后再试");
            } catch (KafkaException e) {
                throw RejectedProblem.BROKER_UNAVAILABLE.exception(e.getClass().getSimpleName(), "请稍后再试");
            }
        };
    }

    private void authenticate(Context context) {
        if (keys != null && keys.holder(context).isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            throw RejectedProblem.UNAUTHENTICATED.exception(
                    "send an operator's key, as in Authorization: Bearer KEY", "请提供运维密钥，例如 Authorization: Bearer KEY");
        }
    }

    private static void answer(Context context, Object body) {
        context.contentType("application/json").result(Json.bytes(body));
    }
}
