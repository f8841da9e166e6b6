package io.reportstream.processor.evaluate;

import io.reportstream.contract.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a source into the units that gold files number: roughly sentences. */
final class Units {
    private Units() {}

    /**
     * A unit ends after an ideographic full stop, an ASCII {@code !}, {@code ?} or {@code ;}, or at a line break; blank
     * units are skipped. The full-width forms of the last three end no unit, since gold files are numbered that way.
     */
    static List<Span> of(String text) {
        List<Span> units = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != '\n' && c != '\u3002' && c != '!' && c != '?' && c != ';') {
                continue;
            }
            int start = from;
            int end = c == '\n' ? i : i + 1;
            while (start < end && isSpace(text.charAt(start))) {
                start++;
            }
            while (end > start && isSpace(text.charAt(end - 1))) {
                end--;
            }
            if (end > start) {
                units.add(new Span(start, end));
            }
            from = i + 1;
        }
        return units;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
