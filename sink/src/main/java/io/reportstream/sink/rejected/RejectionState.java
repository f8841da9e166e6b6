package io.reportstream.sink.rejected;

/** How a rejection stands; view {@code rejection_state}. */
public enum RejectionState {
    /** Nothing has been done about it. */
    OPEN,
    /** Its payload was sent back and nothing came of it yet. */
    REPLAYED,
    /** The same revision was rejected once more, later. */
    REJECTED_AGAIN,
    /** This revision of the report, or a higher one, is stored. */
    RESOLVED
}
