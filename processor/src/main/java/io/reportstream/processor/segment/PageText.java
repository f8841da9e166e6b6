package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.contract.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The boilerplate that tells something about one document: the head of its page before it, the footer behind it. */
final class PageText {
    private static final Set<Kind> HEAD = EnumSet.of(Kind.NAVIGATION, Kind.INDEX_FIELD, Kind.BYLINE);
    private static final Set<Kind> FOOT = EnumSet.of(Kind.FOOTER, Kind.COPYRIGHT);
    private static final int LONGEST = 2000;

    private PageText() {}

    /**
     * Boilerplate between {@code from} and {@code to} that belongs to the document at {@code span}.
     *
     * @param boilerplate in the order of the text
     */
    static String around(String text, List<Boilerplate> boilerplate, int from, Span span, int to) {
        StringBuilder page = new StringBuilder();
        for (Boilerplate each : boilerplate.subList(firstFrom(boilerplate, from), boilerplate.size())) {
            if (each.start() >= to || page.length() > LONGEST) {
                break;
            }
            boolean head = each.start() < span.end() && HEAD.contains(each.kind());
            boolean foot = each.start() >= span.end() && FOOT.contains(each.kind());
            if (head || foot) {
                page.append(text, each.start(), each.end()).append('\n');
            }
        }
        return page.toString();
    }

    /** Index of the first that begins at {@code from} or later. */
    private static int firstFrom(List<Boilerplate> boilerplate, int from) {
        int low = 0;
        int high = boilerplate.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (boilerplate.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
