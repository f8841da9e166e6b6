package io.reportstream.processor.lexicon;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values by character: a table in pages, since a look-up for each character of a text must cost next to nothing. */
public final class CharMap<V> {
    private static final int PAGE = 256;

    private final @Nullable Object[] @Nullable [] pages = new Object[PAGE][];

    /** The value of {@code c}; null if it has none. */
    @SuppressWarnings("unchecked") // only put values in
    public @Nullable V get(char c) {
        @Nullable Object[] page = pages[c / PAGE];
        return page == null ? null : (V) page[c % PAGE];
    }

    /** The value of {@code c}; a new one where it had none. */
    public V computeIfAbsent(char c, Supplier<V> value) {
        V found = get(c);
        if (found == null) {
            found = value.get();
            @Nullable Object[] page = pages[c / PAGE];
            if (page == null) {
                page = new Object[PAGE];
                pages[c / PAGE] = page;
            }
            page[c % PAGE] = found;
        }
        return found;
    }
}
