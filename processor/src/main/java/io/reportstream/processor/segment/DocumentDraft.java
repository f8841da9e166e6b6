package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Span;
import org.jspecify.annotations.Nullable;

/**
 * A document found in a clean text, before its inside was read.
 *
 * @param span in the clean text
 * @param title clean simplified Chinese; null where none is printed
 * @param titleSpan where the title stands in the clean text; null where none is printed
 */
public record DocumentDraft(
        Span span,
        @Nullable String title,
        @Nullable Span titleSpan,
        @Nullable String region,
        @Nullable Integer year,
        Genre genre) {}
