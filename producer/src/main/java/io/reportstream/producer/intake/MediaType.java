package io.reportstream.producer.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Type}, as far as the intake cares.
 *
 * @param type in lower case, such as {@code text/plain}; empty if none was given
 */
record MediaType(String type, @Nullable String charset) {
    static MediaType parse(@Nullable String header) {
        if (header == null) {
            return new MediaType("", null);
        }
        String[] parts = header.split(";", -1);
        String charset = null;
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.regionMatches(true, 0, "charset=", 0, "charset=".length())) {
                charset = unquote(part.substring("charset=".length()).strip());
            }
        }
        return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    String charsetOr(String otherwise) {
        return charset == null ? otherwise : charset;
    }

    private static String unquote(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
