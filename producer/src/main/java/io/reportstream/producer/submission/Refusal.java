package io.reportstream.producer.submission;

import io.reportstream.service.Problem;
import io.reportstream.service.ProblemException;

/** Why a request is refused at the door. The names are the stable codes of the problem documents; none is ever reused. */
public enum Refusal {
    NOT_JSON(400, "the body is not valid JSON", "请求正文不是有效的 JSON"),
    BAD_ENCODING(400, "the bytes do not fit the character encoding", "字节内容与字符编码不符"),
    UNAUTHENTICATED(401, "a valid key is required", "需要有效的密钥"),
    FORBIDDEN_SOURCE(403, "the key belongs to another source", "密钥属于其他来源"),
    UNKNOWN_REPORT(404, "nothing is known of this report", "没有这份报告的记录"),
    TOO_SLOW(408, "the request did not arrive in time", "请求未能及时送达"),
    TOO_LONG(413, "the report is longer than the limit", "报告超过长度上限"),
    BATCH_TOO_LONG(413, "the batch is longer than the limit", "批量提交超过长度上限"),
    UNSUPPORTED_MEDIA_TYPE(415, "this content type is not accepted", "不接受该内容类型"),
    UNKNOWN_CHARSET(415, "the character encoding is not known", "无法识别字符编码"),
    UNSUPPORTED_ENCODING(415, "this content encoding is not accepted", "不接受该内容压缩方式"),
    WRONG_SHAPE(422, "a required field is missing or a value is not allowed", "缺少必需字段或字段的值不符合要求"),
    NO_TEXT(422, "the report has no text", "报告没有正文"),
    BACKLOG(429, "too many accepted reports wait to be processed", "等待处理的报告过多"),
    BAD_COMPRESSION(400, "the body is not what its content encoding says", "请求正文与内容压缩方式不符"),
    OVERLOADED(503, "the service has too much to do now", "服务目前过于繁忙"),
    BROKER_UNAVAILABLE(503, "the report could not be kept safe now; it is not accepted", "目前无法安全保存报告，报告未被接受"),
    STORE_UNAVAILABLE(503, "the store cannot be asked now", "目前无法查询存储");

    private final int status;
    private final String title;
    private final String titleZh;

    Refusal(int status, String title, String titleZh) {
        this.status = status;
        this.title = title;
        this.titleZh = titleZh;
    }

    public Problem problem(String detail, String detailZh) {
        return Problem.of(status, name(), title, titleZh).detail(detail, detailZh);
    }

    public int status() {
        return status;
    }

    static ProblemException wrongShape(String field, String detail, String detailZh) {
        return WRONG_SHAPE
                .problem(field + ": " + detail, field + "：" + detailZh)
                .with("field", field)
                .exception();
    }

    public static ProblemException tooLong(long limit) {
        return TOO_LONG.problem(
                        "at most " + limit + " bytes are accepted; split the report or leave out what is no text",
                        "最多接受 " + limit + " 字节；请拆分报告，或去掉非文字内容")
                .with("limit", limit)
                .exception();
    }
}
