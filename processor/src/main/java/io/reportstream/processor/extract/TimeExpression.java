package io.reportstream.processor.extract;

import java.util.List;

/** A time expression with its span in the clean text. */
record TimeExpression(int start, int end, Kind kind) {
    /** The index of the last of {@code times}, which are in order, that begins before {@code at}; -1 for none. */
    static int lastBefore(List<TimeExpression> times, int at) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

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
