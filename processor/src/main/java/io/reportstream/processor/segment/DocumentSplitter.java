package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Span;
import io.reportstream.processor.clean.CleanText;
import java.util.List;

/** Finds what is boilerplate and where each document begins and ends. */
public final class DocumentSplitter {
    public SplitText split(CleanText text) {
        Span whole = new Span(0, text.text().length());
        return new SplitText(text, List.of(), List.of(new DocumentDraft(whole, null, null, null, null, Genre.OTHER)));
    }
}
