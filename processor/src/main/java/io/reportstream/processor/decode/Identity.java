package io.reportstream.processor.decode;

import org.jspecify.annotations.Nullable;

/** What could be read of a report's names, even where the rest could not; null for what could not. */
public record Identity(
        @Nullable String id,
        @Nullable Long revision,
        @Nullable String source) {
    public static final Identity UNKNOWN = new Identity(null, null, null);
}
