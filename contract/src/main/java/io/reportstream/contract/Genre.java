package io.reportstream.contract;

/** The kind of a document. */
public enum Genre {
    /** Questions and answers. */
    INTERVIEW,
    /** A look back, with or without plans. */
    SUMMARY,
    /** Mostly a look ahead. */
    PLAN,
    OTHER
}
