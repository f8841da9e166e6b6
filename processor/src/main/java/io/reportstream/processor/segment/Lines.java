package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a document that hold text, without boilerplate and surrounding white space. */
final class Lines {
    private Lines() {}

    static List<Span> of(String text, Span document, List<Boilerplate> boilerplate) {
        List<Span> lines = new ArrayList<>();
        int from = document.start();
        for (Boilerplate each : boilerplate) {
            if (each.end() > from && each.start() < document.end()) {
                split(text, from, Math.max(from, each.start()), lines);
                from = each.end();
            }
        }
        split(text, from, document.end(), lines);
        return lines;
    }

    private static void split(String text, int from, int to, List<Span> lines) {
        int start = from;
        while (start < to) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 || newline > to ? to : newline;
            int first = start;
            int last = end;
            while (first < last && Numbering.isSpace(text.charAt(first))) {
                first++;
            }
            while (last > first && Numbering.isSpace(text.charAt(last - 1))) {
                last--;
            }
            if (last > first) {
                lines.add(new Span(first, last));
            }
            start = end + 1;
        }
    }
}
