package io.reportstream.processor.segment;

import io.reportstream.contract.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of clean text that is not blank.
 *
 * @param afterBlank whether a blank line stands before it
 */
record Line(int start, int end, String text, boolean afterBlank) {
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        boolean afterBlank = false;
        while (from <= text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            if (to > from) {
                lines.add(new Line(from, to, text.substring(from, to), afterBlank));
            }
            afterBlank = to == from;
            from = to + 1;
        }
        return lines;
    }

    Span span() {
        return new Span(start, end);
    }

    int length() {
        return end - start;
    }

    /** Whether this is running text: a sentence with its full stop, or long. */
    boolean isProse() {
        return length() > 100 || (length() > 12 && text.indexOf('。') >= 0);
    }
}
