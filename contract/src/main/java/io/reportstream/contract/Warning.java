package io.reportstream.contract;

/**
 * Something a reader of the analysis should know about a place in the raw text.
 *
 * @param code stable, for machines
 * @param detail for people; nothing parses it
 */
public record Warning(int start, int end, Code code, String detail) {
    public Warning {
        new Span(start, end);
    }

    public enum Code {
        /** Bytes were lost before submission and the text could not be restored. */
        UNREPAIRED_BYTES,
        /** Bytes were lost before submission and the text was restored with good evidence. */
        REPAIRED_BYTES,
        /** A UTF-16 surrogate without its partner. */
        LONE_SURROGATE,
        /** One document of the report could not be analysed; the others were. */
        DOCUMENT_NOT_ANALYSED
    }
}
