package io.reportstream.processor.segment;

import io.reportstream.processor.segment.BoilerplateLexicon.Use;
import io.reportstream.processor.segment.LineTokens.Token;
import java.util.List;

/**
 * How much of a line is covered by surfaces. Signs, digits and dates count neither way.
 *
 * @param sure number of surfaces that make boilerplate by themselves
 * @param among number of surfaces that do so together
 */
record Coverage(int covered, int uncovered, int sure, int among) {
    static Coverage of(String text, List<Token> tokens) {
        int covered = 0;
        int uncovered = 0;
        int sure = 0;
        int among = 0;
        int slots = 0;
        int at = 0;
        for (Token token : tokens) {
            uncovered += plain(text, at, token.start());
            boolean slot = token.surface().use() == Use.SLOT;
            int value = token.start() + token.surface().text().length() + 1;
            boolean dated = slot && value < token.end() && LineTokens.stampEnd(text, value) == token.end();
            covered += token.end() - token.start();
            at = token.end();
            if (token.surface().use() == Use.AMONG) {
                among++;
            } else if (slot && !dated) {
                slots++;
            } else if (token.surface().use() == Use.FIELD && !token.labelled()) {
                among++;
            } else if (token.surface().use() != Use.SENTENCE) {
                sure++;
            }
        }
        uncovered += plain(text, at, text.length());
        return new Coverage(covered, uncovered, slots > 1 ? sure + 1 : sure, among + slots);
    }

    private static int plain(String text, int from, int to) {
        int count = 0;
        int i = from;
        while (i < to) {
            boolean opens = text.charAt(i) < 0x80 || text.charAt(i) == '【';
            int stamp = opens ? Math.min(to, LineTokens.stampEnd(text, i)) : i;
            if (stamp > i) {
                i = stamp;
            } else {
                char c = text.charAt(i++);
                count += Character.isLetter(c) ? 1 : 0;
            }
        }
        return count;
    }

    boolean isBoilerplate() {
        return isCovered() && (sure > 0 || among > 1);
    }

    boolean isPossible() {
        return among > 0 && uncovered <= 8 && covered >= uncovered;
    }

    private boolean isCovered() {
        return uncovered * 4 <= covered;
    }
}
