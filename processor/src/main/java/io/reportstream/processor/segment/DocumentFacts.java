package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Span;
import io.reportstream.processor.clean.CleanText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads title, region, year and genre of a document. */
final class DocumentFacts {
    DocumentDraft draft(CleanText text, Span span, @Nullable Span titleSpan, List<Piece> pieces) {
        String title = titleSpan == null ? null : text.display(titleSpan).replace('\n', ' ');
        String plain = titleSpan == null ? "" : titleSpan.of(text.text());
        Genre genre = GenreRules.genre(plain, pieces);
        return new DocumentDraft(span, title, titleSpan, null, null, genre);
    }
}
