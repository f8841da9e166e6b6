package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.processor.clean.CleanText;
import java.util.List;

/**
 * A clean text, cut into its documents.
 *
 * @param boilerplate what belongs to no document, spans in the clean text, in order, not overlapping; may lie inside the
 *     span of a document
 * @param documents in order, not overlapping
 */
public record SplitText(CleanText text, List<Boilerplate> boilerplate, List<DocumentDraft> documents) {
    public SplitText {
        boilerplate = List.copyOf(boilerplate);
        documents = List.copyOf(documents);
    }
}
