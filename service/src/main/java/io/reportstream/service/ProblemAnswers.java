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
        // Any other comes from reading from or writing to the client: nobody is left to answer.
        routes.exception(IOException.class, (e, context) -> {
            LOG.debug("the client went away", e);
            context.status(HttpStatus.BAD_REQUEST);
        });
        routes.exception(Exception.class, ProblemAnswers::internal);
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
