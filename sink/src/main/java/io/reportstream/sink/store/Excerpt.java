package io.reportstream.sink.store;

/** Short slices of a raw text that are stored beside a span, so that a reader of the tables sees what it says. */
final class Excerpt {
    /** Code units of a section's excerpt. */
    static final int SECTION = 200;

    /** Code units of evidence on either side of a metric. */
    static final int CONTEXT = 80;

    private static final String SENTENCE_ENDS = "。！？；!?;\n\r";

    private Excerpt() {}

    /** The beginning of the span. */
    static String beginning(String text, int start, int end) {
        return StorableText.cut(text.substring(start, end), SECTION);
    }

    /** The sentence around the span, cut to {@link #CONTEXT} on either side. */
    static String sentence(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < CONTEXT && !ends(text, from - 1)) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < CONTEXT && !(to > 0 && ends(text, to - 1) && to > end)) {
            to++;
        }
        // A pair that the cut splits loses its other half too.
        if (from < start && Character.isLowSurrogate(text.charAt(from))) {
            from++;
        }
        if (to > end && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return StorableText.of(text.substring(from, to)).strip();
    }

    private static boolean ends(String text, int i) {
        return SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0;
    }
}
