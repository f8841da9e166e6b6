package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.processor.clean.CleanText;
import java.util.List;

/** Finds the outline of a document. */
public final class Outliner {
    /** The outline of {@code document}; spans of {@code boilerplate} (in the clean text) are left out of it. */
    public Outline outline(CleanText text, DocumentDraft document, List<Boilerplate> boilerplate) {
        return new Outline(
                List.of(new Outline.Part(-1, 0, Outline.Kind.DOCUMENT, null, document.span())),
                List.of(new Outline.Sentence(document.span(), 0, false)));
    }
}
