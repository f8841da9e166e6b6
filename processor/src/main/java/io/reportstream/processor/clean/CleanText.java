package io.reportstream.processor.clean;

import io.reportstream.contract.Span;
import io.reportstream.contract.Warning;
import java.util.List;

/**
 * Clean text and the way back to the raw text it came from.
 *
 * <p>Clean text is simplified Chinese with {@code \n} line ends. Digits, letters and punctuation that have an ASCII form
 * (U+FF01–FF5E, ideographic space) stand in that form, so that rules need to know one width only.
 */
public final class CleanText {
    /** How far a full-width form stands behind its ASCII form. */
    private static final int FULL_WIDTH = 0xFF01 - '!';

    private final String raw;
    private final String text;
    private final int[] rawStart;
    private final int[] rawEnd;
    private final List<Warning> warnings;

    /**
     * The cleaned text with its offset map.
     *
     * @param rawStart raw offset at which each clean code unit begins
     * @param rawEnd raw offset at which each clean code unit ends
     */
    CleanText(String raw, String text, int[] rawStart, int[] rawEnd, List<Warning> warnings) {
        this.raw = raw;
        this.text = text;
        this.rawStart = rawStart;
        this.rawEnd = rawEnd;
        this.warnings = List.copyOf(warnings);
    }

    /** The clean text. */
    public String text() {
        return text;
    }

    /** The text as submitted. */
    public String raw() {
        return raw;
    }

    /** What could not be cleaned or was repaired, with raw spans. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** The raw span that a non-empty clean span came from, from the first to the last code unit. */
    public Span toRaw(Span clean) {
        return clean.isEmpty()
                ? new Span(rawOffset(clean.start()), rawOffset(clean.start()))
                : new Span(rawStart[clean.start()], rawEnd[clean.end() - 1]);
    }

    /** The raw offset at which the clean offset stands; the raw length for the clean length. */
    public int rawOffset(int clean) {
        return clean == text.length() ? raw.length() : rawStart[clean];
    }

    /** This text with the raw text of {@code earlier}, whose clean text was cleaned once more to give this. */
    CleanText onto(CleanText earlier) {
        int[] start = new int[rawStart.length];
        int[] end = new int[rawEnd.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = earlier.rawOffset(rawStart[i]);
            end[i] = rawEnd[i] == rawStart[i] ? start[i] : earlier.rawEnd[rawEnd[i] - 1];
        }
        return new CleanText(earlier.raw, text, start, end, earlier.warnings);
    }

    /**
     * The clean text of a span with its punctuation as wide as it was printed, for titles, headings and names that people
     * read. Digits and letters stay in their ASCII form.
     */
    public String display(Span clean) {
        StringBuilder shown = new StringBuilder(clean.length());
        for (int i = clean.start(); i < clean.end(); i++) {
            char printed = raw.charAt(rawStart[i]);
            boolean wide = rawEnd[i] - rawStart[i] == 1 && printed - text.charAt(i) == FULL_WIDTH;
            shown.append(wide && !Character.isLetterOrDigit(printed) ? printed : text.charAt(i));
        }
        return shown.toString();
    }
}
