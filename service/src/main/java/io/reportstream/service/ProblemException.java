package io.reportstream.service;

import java.util.Map;

/** Ends a request with a problem document; thrown by handlers, answered by {@link OpsServer}. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem, Map<String, String> headers) {
        // Without a stack trace: it is an answer to a client, and cheap to give under a flood of bad requests.
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public Problem problem() {
        return problem;
    }

    /** Response headers that belong to the problem. */
    public Map<String, String> headers() {
        return headers;
    }
}
