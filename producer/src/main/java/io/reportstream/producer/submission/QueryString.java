package io.reportstream.producer.submission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query parameters in UTF-8, always: servers tend to decode them by the charset of the body. */
public final class QueryString {
    private QueryString() {}

    /**
     * Names and values in their order.
     *
     * @throws io.reportstream.service.ProblemException if an escape is broken, or does not give valid UTF-8
     */
    public static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }
            }
        }
        return parameters;
    }

    private static String decode(String value) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw Refusal.WRONG_SHAPE
                .problem(
                        "the query parameters must be UTF-8 in percent escapes, as in ?source=%E7%9C%81",
                        "查询参数必须是 UTF-8 的百分号编码，例如 ?source=%E7%9C%81")
                .exception();
    }
}
