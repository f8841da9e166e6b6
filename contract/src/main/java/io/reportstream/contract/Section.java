package io.reportstream.contract;

import org.jspecify.annotations.Nullable;

/**
 * A contiguous stretch of a document with one label.
 *
 * @param start span in the raw text
 * @param heading the heading that governs the section, clean simplified Chinese; null where there is none
 * @param level depth of that heading: 1 is the outermost; 0 where there is no heading
 * @param confidence chance that the label is right, 0 to 1
 */
public record Section(
        Label label, int start, int end, @Nullable String heading, int level, double confidence) {
    public Section {
        new Span(start, end);
    }
}
