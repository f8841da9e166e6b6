package io.reportstream.contract;

import org.jspecify.annotations.Nullable;

/**
 * One section of one report, flat; the value of {@link Topic#SECTIONS}.
 *
 * @param document index into the documents of the report
 * @param section index into the sections of the document
 * @param excerpt the beginning of the section in the raw text's words, 200 code units at most
 */
public record SectionRow(
        int schemaVersion,
        String reportId,
        long revision,
        String source,
        int document,
        @Nullable String documentTitle,
        @Nullable String region,
        @Nullable Integer year,
        Genre genre,
        int section,
        Label label,
        int start,
        int end,
        @Nullable String heading,
        int level,
        double confidence,
        String excerpt) {
    public static final int SCHEMA_VERSION = 1;
}
