package io.reportstream.contract;

/** A span of the raw text that belongs to no document. */
public record Boilerplate(int start, int end, Kind kind) {
    public Boilerplate {
        new Span(start, end);
    }

    public enum Kind {
        /** Menus, bread crumbs, "you are here". */
        NAVIGATION,
        /** Share, print, font size and close buttons; "click here". */
        TOOLBAR,
        /** Site footers, ICP lines, sponsors, addresses. */
        FOOTER,
        /** Index numbers, document numbers, release dates and other form fields of a publication page. */
        INDEX_FIELD,
        /** Publication line under a title: source, author, date, clicks. */
        BYLINE,
        /** An aggregator's foreword or recommendation. */
        AGGREGATOR,
        COPYRIGHT,
        /** Separators between pasted documents such as 【篇一】. */
        SEPARATOR,
        /** HTML and script remains. */
        MARKUP,
        OTHER
    }
}
