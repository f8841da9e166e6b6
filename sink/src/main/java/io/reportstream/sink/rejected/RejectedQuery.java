package io.reportstream.sink.rejected;

import io.javalin.http.Context;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of requests about rejections. */
final class RejectedQuery {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;

    private RejectedQuery() {}

    static RejectionFilter filter(Context context) {
        return new RejectionFilter(
                null,
                parameter(context, "state", value -> RejectionState.valueOf(value.toUpperCase(Locale.ROOT))),
                parameter(context, "reason", value -> Reason.valueOf(value.toUpperCase(Locale.ROOT))),
                parameter(context, "stage", value -> Stage.valueOf(value.toUpperCase(Locale.ROOT))),
                parameter(context, "source", RejectedQuery::text),
                parameter(context, "report", RejectedQuery::text),
                parameter(context, "fingerprint", RejectedQuery::text),
                parameter(context, "since", Instant::parse));
    }

    static int limit(Context context) {
        Integer limit = parameter(context, "limit", Integer::valueOf);
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw wrong("limit");
        }
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    static boolean flag(Context context, String name) {
        Boolean flag = parameter(context, name, value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name);
        });
        return flag != null && flag;
    }

    static long number(Context context) {
        try {
            return Long.parseLong(context.pathParam("number"));
        } catch (NumberFormatException e) {
            throw RejectedProblem.UNKNOWN_REJECTION.exception("rejections have numbers", "拒收记录以数字编号");
        }
    }

    private static <T> @Nullable T parameter(Context context, String name, Function<String, T> read) {
        String value = context.queryParam(name);
        if (value == null) {
            return null;
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name);
        }
    }

    /** PostgreSQL takes no NUL, not even to compare with. */
    private static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return value;
    }

    private static RuntimeException wrong(String name) {
        return RejectedProblem.WRONG_PARAMETER.exception("parameter " + name, "参数 " + name);
    }
}
