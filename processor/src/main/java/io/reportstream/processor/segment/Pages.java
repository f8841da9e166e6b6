package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Groups the pieces of a text into documents, by what stands between them and by titles. */
final class Pages {
    /** Running text of fewer characters is no document. */
    private static final int SHORTEST_DOCUMENT = 150;

    /** Running text begins within so many pieces of its title. */
    private static final int FARTHEST = 100;

    private static final Set<Kind> BETWEEN_DOCUMENTS =
            EnumSet.of(Kind.FOOTER, Kind.COPYRIGHT, Kind.INDEX_FIELD, Kind.SEPARATOR);
    private static final Set<Kind> BEFORE_TITLES = EnumSet.of(Kind.NAVIGATION, Kind.AGGREGATOR, Kind.BYLINE);

    private Pages() {}

    static List<List<Piece>> group(List<Piece> pieces) {
        List<List<Piece>> groups = new ArrayList<>();
        List<Piece> current = new ArrayList<>();
        int prose = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean next = prose >= SHORTEST_DOCUMENT && (opens(pieces, i) || repeats(current, pieces, i));
            if (!current.isEmpty() && (piece.separated() || next)) {
                groups.add(current);
                current = new ArrayList<>();
                prose = 0;
            }
            current.add(piece);
            prose += piece.isProse() || piece.isDialogue() ? piece.length() : 0;
        }
        if (!current.isEmpty()) {
            groups.add(current);
        }
        return groups;
    }

    private static boolean opens(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        boolean titled = isTitled(pieces, i);
        if (continuesNumbering(piece)) {
            return false;
        }
        if (intersects(piece.before(), BETWEEN_DOCUMENTS)) {
            return isSubstantial(pieces, i);
        }
        if (intersects(piece.before(), BEFORE_TITLES)) {
            return titled && isSubstantial(pieces, i);
        }
        return TitleRules.isStrongTitle(piece.text())
                && TitleRules.namesOwner(piece.text())
                && piece.length() <= 50
                && (closes(pieces.get(i - 1)) || isOpening(pieces, i + 1))
                && isSubstantial(pieces, i);
    }

    /** A title of the kind with which the current document began, behind a sentence: both name their office and their year. */
    private static boolean repeats(List<Piece> current, List<Piece> pieces, int i) {
        Piece before = pieces.get(i - 1);
        boolean behindSentence = before.isProse() && before.text().endsWith("。");
        return behindSentence
                && isFullTitle(pieces.get(i))
                && current.stream().limit(3).anyMatch(Pages::isFullTitle)
                && isSubstantial(pieces, i);
    }

    private static boolean isFullTitle(Piece piece) {
        String text = piece.text();
        return piece.length() <= 40
                && "我全本各".indexOf(text.charAt(0)) < 0
                && TitleRules.isStrongTitle(text)
                && TitleRules.namesOwner(text)
                && !Years.in(text).isEmpty();
    }

    private static boolean intersects(Set<Kind> some, Set<Kind> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static boolean isTitled(List<Piece> pieces, int from) {
        for (int i = from;
                i < Math.min(pieces.size(), from + 4) && !pieces.get(i).isProse();
                i++) {
            if (TitleRules.isTitle(pieces.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether enough running text follows before the next footer. */
    private static boolean isSubstantial(List<Piece> pieces, int from) {
        int prose = 0;
        for (int i = from; i < Math.min(pieces.size(), from + FARTHEST); i++) {
            Piece piece = pieces.get(i);
            if (i > from && (piece.separated() || piece.before().contains(Kind.FOOTER))) {
                return false;
            }
            prose += piece.isProse() || piece.isDialogue() ? piece.length() : 0;
            if (prose >= SHORTEST_DOCUMENT) {
                return true;
            }
        }
        return false;
    }

    /** 二、 and later numbers go on with what stood before. */
    private static boolean continuesNumbering(Piece piece) {
        String text = piece.text();
        return piece.isNumbered()
                && !text.startsWith("一")
                && !text.startsWith("(一")
                && !text.startsWith("1")
                && !text.startsWith("第一");
    }

    /** A signature, a date or a farewell. */
    private static boolean closes(Piece piece) {
        String text = piece.text();
        return piece.length() <= 30
                && (piece.isDay()
                        || text.contains("谢谢")
                        || text.contains("再见")
                        || text.endsWith("局")
                        || text.endsWith("政府")
                        || text.endsWith("委员会")
                        || text.endsWith("办公室")
                        || text.endsWith("请指正。"));
    }

    /** What follows the title of a report at once: date, speaker, salutation, or the year under review. */
    private static boolean isOpening(List<Piece> pieces, int from) {
        for (int i = from; i < Math.min(pieces.size(), from + 3); i++) {
            Piece piece = pieces.get(i);
            if (piece.isDay() || piece.isSalutation()) {
                return true;
            }
            if (piece.isProse()) {
                String head = piece.text().substring(0, Math.min(30, piece.length()));
                return head.matches("(?:\\d{4}年(?:以来|上半年)?,|今年以来|一年来|20xx年,|近年来|.{0,12}现将).*");
            }
        }
        return false;
    }
}
