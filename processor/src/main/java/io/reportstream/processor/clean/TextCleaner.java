package io.reportstream.processor.clean;

import java.util.List;

/** Turns a raw text into clean text. */
public final class TextCleaner {
    /** Cleans {@code raw}, which may be empty. */
    public CleanText clean(String raw) {
        int[] start = new int[raw.length()];
        int[] end = new int[raw.length()];
        for (int i = 0; i < raw.length(); i++) {
            start[i] = i;
            end[i] = i + 1;
        }
        return new CleanText(raw, raw, start, end, List.of());
    }
}
