package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Boilerplate.Kind;
import java.util.ArrayList;
import java.util.List;

/** Short remains around boilerplate that are no part of any document. */
final class Leftovers {
    private static final int LONGEST_FOREWORD = 800;

    private Leftovers() {}

    /** The pieces without leftovers, which go to {@code boilerplate}. */
    static List<Piece> drop(List<Piece> pieces, List<Boilerplate> boilerplate) {
        List<Piece> kept = new ArrayList<>(pieces);
        dropForeword(kept, boilerplate);
        dropTail(kept, boilerplate);
        return kept;
    }

    /** What an aggregator wrote before the first separator. */
    private static void dropForeword(List<Piece> pieces, List<Boilerplate> boilerplate) {
        int length = 0;
        for (int i = 0; i < pieces.size() && length <= LONGEST_FOREWORD; i++) {
            if (pieces.get(i).separated()) {
                for (Piece piece : pieces.subList(0, i)) {
                    boilerplate.add(new Boilerplate(piece.start(), piece.end(), Kind.AGGREGATOR));
                }
                pieces.subList(0, i).clear();
                return;
            }
            length += pieces.get(i).length();
        }
    }

    /** Short lines behind the last footer. */
    private static void dropTail(List<Piece> pieces, List<Boilerplate> boilerplate) {
        int from = pieces.size();
        for (int i = pieces.size() - 1; i >= 0 && !pieces.get(i).isProse(); i--) {
            Piece piece = pieces.get(i);
            boolean afterFooter = piece.before().contains(Kind.FOOTER)
                    || piece.before().contains(Kind.COPYRIGHT)
                    || piece.before().contains(Kind.AGGREGATOR);
            from = afterFooter ? i : from;
            if (pieces.size() - i > 30) {
                break;
            }
        }
        if (from == 0) {
            return;
        }
        for (Piece piece : pieces.subList(from, pieces.size())) {
            boilerplate.add(new Boilerplate(piece.start(), piece.end(), Kind.OTHER));
        }
        pieces.subList(from, pieces.size()).clear();
    }
}
