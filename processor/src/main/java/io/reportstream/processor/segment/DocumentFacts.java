package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Span;
import io.reportstream.processor.clean.CleanText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads title, region, year and genre of a document. */
final class DocumentFacts {
    /** Longer documents tell where they come from in their first characters. */
    private static final int MOST_BODY = 200_000;

    private DocumentFacts() {}

    /**
     * The document with its facts.
     *
     * @param pieces of the document, title included
     * @param page boilerplate in its head and around it
     */
    static DocumentDraft draft(CleanText text, Span span, @Nullable Span titleSpan, List<Piece> pieces, String page) {
        String title = titleSpan == null ? null : text.display(titleSpan).replace('\n', ' ');
        String plain = titleSpan == null ? "" : titleSpan.of(text.text()).replaceAll("[ \n]", "");
        Genre genre = GenreRules.genre(plain, pieces);
        Integer year = YearRules.find(genre, plain, pieces, page);
        String region = RegionRules.find(plain, frame(pieces, titleSpan), body(pieces), page);
        return new DocumentDraft(span, title, titleSpan, region, year, genre);
    }

    /** Speaker, date and signature: the short lines before and behind the running text. */
    private static String frame(List<Piece> pieces, @Nullable Span title) {
        StringBuilder frame = new StringBuilder();
        Conversation conversation = Conversation.of(pieces);
        for (Piece piece : pieces) {
            if (piece.isProse()
                    || (piece.isNumbered() && !piece.text().startsWith("—"))
                    || conversation.isTurn(piece)
                    || frame.length() > 400) {
                break;
            }
            if (title == null || piece.start() >= title.end()) {
                frame.append(piece.text()).append('\n');
            }
        }
        for (int i = Math.max(0, pieces.size() - 4); i < pieces.size(); i++) {
            if (pieces.get(i).length() <= 30 && pieces.get(i).text().indexOf('。') < 0) {
                frame.append(pieces.get(i).text().replace(" ", "")).append('\n');
            }
        }
        return frame.toString();
    }

    private static String body(List<Piece> pieces) {
        StringBuilder body = new StringBuilder();
        for (Piece piece : pieces) {
            if (body.length() > MOST_BODY) {
                break;
            }
            body.append(piece.text()).append('\n');
        }
        return body.toString();
    }
}
