package io.reportstream.sink.rejected;

import io.reportstream.service.Problem;

/** What can be wrong with a request about rejections. */
enum RejectedProblem {
    WRONG_PARAMETER(400, "a query parameter cannot be read", "查询参数无法识别"),
    UNAUTHENTICATED(401, "a valid key is required", "需要有效的密钥"),
    UNKNOWN_REJECTION(404, "there is no such rejection", "没有这条拒收记录"),
    NOT_NARROWED(400, "say which rejections are meant", "请指明要重放哪些拒收记录"),
    WRONG_CONTENT_TYPE(415, "send application/json", "请使用 application/json"),
    STORE_UNAVAILABLE(503, "the database cannot be reached", "数据库暂时不可用"),
    BROKER_UNAVAILABLE(503, "the broker did not acknowledge", "消息中间件没有确认");

    private static final int RETRY_SECONDS = 5;

    private final int status;
    private final String english;
    private final String chinese;

    RejectedProblem(int status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    /** @param detail holds nothing of a report */
    RuntimeException exception(String detail, String detailZh) {
        Problem problem = Problem.of(status, name(), english, chinese).detail(detail, detailZh);
        return status == 503 ? problem.retryAfter(RETRY_SECONDS) : problem.exception();
    }
}
