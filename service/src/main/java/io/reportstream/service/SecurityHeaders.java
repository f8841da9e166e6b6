package io.reportstream.service;

import io.javalin.http.Context;
import java.util.Map;

/** Headers of every answer: nothing of it may be framed, sniffed, cached or run as a page. A handler may override them. */
final class SecurityHeaders {
    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void add(Context context) {
        ALL.forEach(context::header);
    }
}
