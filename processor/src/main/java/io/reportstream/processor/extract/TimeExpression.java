package io.reportstream.processor.extract;

/** A time expression with its span in the clean text. */
record TimeExpression(int start, int end, Kind kind) {
    /** How far it governs. */
    enum Kind {
        /** What follows in the same part, until another one comes. */
        SPAN,
        /** Its own sentence (目前). */
        NOW,
        /** Its own sentence too, and what a part is about that it opens (8月份). */
        MONTH,
        /** The event told beside it. */
        DAY,
        /** Its own clause (每年). */
        RATE,
        /** Nothing: it is what something is compared with (上年同期). */
        BASE
    }
}
