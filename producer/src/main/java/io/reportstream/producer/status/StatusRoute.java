package io.reportstream.producer.status;

import io.javalin.http.Context;
import io.reportstream.contract.Json;
import io.reportstream.producer.access.Caller;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.submission.QueryString;
import io.reportstream.producer.submission.Refusal;
import io.reportstream.producer.submission.SubmissionQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /v1/reports/{id}?revision=&source=}: what became of a submission, or with no revision, the latest of a
 * report. A caller with a key is told of its own source alone.
 */
public final class StatusRoute {
    private static final Logger LOG = LoggerFactory.getLogger(StatusRoute.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final @Nullable ReportStatuses statuses;

    /**
     * A route that answers 503 where no store is set.
     *
     * @param statuses null where no store is set
     */
    public StatusRoute(@Nullable ReportStatuses statuses) {
        this.statuses = statuses;
    }

    public void handle(Context context, Caller caller) {
        Map<String, List<String>> query = QueryString.parse(context.queryString());
        Asked asked = new Asked(
                context.pathParam("id"), SubmissionQuery.revision(query), caller.permit(SubmissionQuery.source(query)));
        if (statuses == null) {
            throw Refusal.STORE_UNAVAILABLE
                    .problem("this service is not connected to a store (store.jdbc.url)", "本服务没有配置存储（store.jdbc.url）")
                    .exception();
        }
        try {
            ReportStatus status = statuses.journey(asked).orElseThrow(StatusRoute::unknown);
            context.contentType("application/json").result(Json.bytes(status));
        } catch (StoreUnavailableException e) {
            LOG.warn("cannot tell a status: {}", String.valueOf(e.getCause()));
            throw Refusal.STORE_UNAVAILABLE.problem("ask again later", "请稍后再查").retryAfter(RETRY_AFTER_SECONDS);
        }
    }

    private static RuntimeException unknown() {
        return Refusal.UNKNOWN_REPORT
                .problem(
                        "nothing with this id is stored or rejected; a report on its way has a status with its revision only",
                        "该编号的报告既未入库也未被拒绝；处理中的报告需带 revision 查询")
                .exception();
    }
}
