package io.reportstream.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.reportstream.contract.Json;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that goes wrong in a handler into a problem document. */
final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private ProblemAnswers() {}

    static void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, context) -> {
            e.headers().forEach(context::header);
            answer(context, e.problem());
        });
        routes.exception(HttpResponseException.class, (e, context) -> answer(context, ofStatus(e.getStatus())));
        routes.exception(JsonProcessingException.class, ProblemAnswers::internal);
        routes.exception(IOException.class, ProblemAnswers::connection);
        routes.exception(Exception.class, ProblemAnswers::internal);
        // Javalin itself ends a request whose connection is silent for too long, without a word.
        routes.error(408, context -> {
            if (!Problem.CONTENT_TYPE.equals(context.res().getContentType())) {
                answer(context, ofStatus(408));
            }
        });
    }

    /** It comes from reading from or writing to the client, who is gone. */
    private static void connection(IOException e, Context context) {
        LOG.debug("the connection failed", e);
        answer(context, ofStatus(400));
    }

    private static void internal(Exception e, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        answer(context, ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode()));
    }

    static void answer(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(Json.bytes(problem));
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", "this is no valid request", "请求无效");
            case 408 ->
                Problem.of(408, "TOO_SLOW", "the request did not arrive in time", "请求未能及时送达")
                        .detail("send it faster, or in smaller parts", "请提高发送速度，或分成较小的请求");
            case 431 ->
                Problem.of(431, "HEADERS_TOO_LARGE", "the request's headers are too large", "请求头过大")
                        .detail("use shorter headers and query parameters", "请缩短请求头和查询参数");
            case 502, 504 ->
                Problem.of(status, "NO_ANSWER", "the producer that had the request gave no answer", "处理该请求的服务没有应答")
                        .detail("send the same request again", "请重新发送同一请求");
            case 503 ->
                Problem.of(503, "OVERLOADED", "the service has too much to do now", "服务目前过于繁忙")
                        .detail("send the same request again later", "请稍后重新发送同一请求");
            case 404 -> Problem.of(404, "NOT_FOUND", "there is nothing at this address", "此地址没有内容");
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "this address does not take this method", "此地址不支持该请求方法");
            case 500 -> Problem.of(500, "INTERNAL", "the service failed on this request", "服务处理该请求时出错");
            default -> {
                HttpStatus known = HttpStatus.forStatus(status);
                yield Problem.of(status, known.name(), known.getMessage(), "HTTP 状态 " + status);
            }
        };
    }
}
