package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.contract.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the title among the first pieces of a document. */
final class Titles {
    private static final int MOST_HEAD_PIECES = 15;
    private static final int MOST_TURNS = 100;

    /**
     * Where a document begins.
     *
     * @param first index of its first piece
     * @param title null where none is printed
     */
    record Head(int first, @Nullable Span title) {}

    private Titles() {}

    static Head find(List<Piece> pieces) {
        int limit = headEnd(pieces);
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < limit; i++) {
            int score = score(pieces, i);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        if (best < 0) {
            return new Head(0, null);
        }
        int from = best;
        int to = best;
        while (to + 1 < limit && isContinuation(pieces.get(to), pieces.get(to + 1))) {
            to++;
        }
        while (from > 0 && isOwnerLine(pieces.get(from - 1), pieces.get(from))) {
            from--;
        }
        Span title = new Span(pieces.get(from).start(), pieces.get(to).end());
        return new Head(first(pieces, from), title);
    }

    /** Index of the first piece that is running text, a dialogue, a salutation or a numbered heading. */
    private static int headEnd(List<Piece> pieces) {
        Conversation conversation = Conversation.of(pieces.subList(0, Math.min(pieces.size(), MOST_TURNS)));
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean opensText = piece.isProse()
                    || piece.isSalutation()
                    || (piece.isNumbered() && !isSubtitle(piece))
                    || (conversation.isTurn(piece) && !TitleRules.isTitle(piece.text()));
            if (opensText || i == MOST_HEAD_PIECES) {
                return i;
            }
        }
        return pieces.size();
    }

    private static int score(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        if (piece.length() < 4 || piece.length() > TitleRules.LONGEST || piece.isDay() || endsSentence(piece.text())) {
            return 0;
        }
        if (isSubtitle(piece) || piece.text().indexOf('|') >= 0) {
            return 0; // the rest of a title, the rest of a menu
        }
        if (piece.text().endsWith(":") && !TitleRules.isTitle(piece.text())) {
            return 0; // whom it is addressed to
        }
        int score = 1;
        score += TitleRules.isTitle(piece.text()) ? 5 : 0;
        score += TitleRules.isStrongTitle(piece.text()) ? 3 : 0;
        score += i == 0 ? 1 : 0;
        score += i > 0 && piece.before().contains(Kind.NAVIGATION) ? 2 : 0;
        boolean byline = i + 1 < pieces.size()
                && (pieces.get(i + 1).before().contains(Kind.BYLINE)
                        || pieces.get(i + 1).isDay());
        score += byline ? 3 : 0;
        for (int j = 0; j < i; j++) {
            score += pieces.get(j).text().equals(piece.text()) ? 3 : 0;
        }
        return score;
    }

    private static boolean endsSentence(String text) {
        return "。;,、".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isContinuation(Piece title, Piece next) {
        boolean adjacent = next.line() == title.line() + 1 && next.before().isEmpty();
        if (!adjacent || next.isDay() || next.length() > 50 || endsSentence(next.text())) {
            return false;
        }
        boolean open = title.text().endsWith(":") || title.text().endsWith("——");
        return open || isSubtitle(next) || (TitleRules.genre(title.text()) == null && TitleRules.isTitle(next.text()));
    }

    private static boolean isSubtitle(Piece piece) {
        return piece.text().startsWith("—");
    }

    /** A line with the name of the office that stands above the rest of the title. */
    private static boolean isOwnerLine(Piece owner, Piece title) {
        boolean adjacent = title.line() == owner.line() + 1 && title.before().isEmpty();
        return adjacent
                && owner.length() <= 30
                && !owner.isDay()
                && !TitleRules.isTitle(owner.text())
                && owner.text().matches(".*(?:政府|局|委员会|委|办公室|厅|院|省|市|县|区|州|镇|乡|中心|关于)");
    }

    /** On a page, the document begins with its title, and what stands above belongs to the page. */
    private static int first(List<Piece> pieces, int title) {
        for (int i = 0; i < title; i++) {
            if (!pieces.get(i + 1).before().isEmpty()) {
                return title;
            }
        }
        return 0;
    }
}
