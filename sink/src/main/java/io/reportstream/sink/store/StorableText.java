package io.reportstream.sink.store;

import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL can hold it: U+0000 becomes U+2400 (␀), a surrogate without its partner U+FFFD. One code unit for
 * one, so spans still fit.
 */
final class StorableText {
    private static final char SYMBOL_FOR_NULL = '\u2400';
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!storable(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** At most {@code length} code units, not splitting a pair. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return of(text.substring(0, end));
    }

    private static String replaced(String text, int from) {
        char[] chars = text.toCharArray();
        for (int i = from; i < chars.length; i++) {
            if (!storable(text, i)) {
                chars[i] = chars[i] == 0 ? SYMBOL_FOR_NULL : REPLACEMENT;
            }
        }
        return new String(chars);
    }

    private static boolean storable(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0;
    }
}
