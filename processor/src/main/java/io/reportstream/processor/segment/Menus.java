package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.processor.segment.BoilerplateLexicon.Surface;
import io.reportstream.processor.segment.BoilerplateLexicon.Use;
import java.util.List;

/** Finds menus printed in one line: 工作总结 | 述职报告 | 登录 注册. */
final class Menus {
    private static final int LONGEST_ITEM = 8;
    private static final int LONGEST_SITE = 24;
    private static final int FEWEST_ITEMS = 3;

    private final BoilerplateLexicon lexicon;

    Menus(BoilerplateLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A menu stands at the top or the foot of a page, or next to other boilerplate. */
    void mark(List<Line> lines, List<LineVerdict> verdicts) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (verdicts.get(i).isWhole() || line.length() > 200 || !isMenu(line.text()) || isTable(lines, i)) {
                continue;
            }
            boolean edge = i == 0 || i == lines.size() - 1;
            verdicts.set(
                    i, edge ? LineVerdict.whole(line, Kind.NAVIGATION) : LineVerdict.possible(line, Kind.NAVIGATION));
        }
    }

    private boolean isMenu(String text) {
        boolean bars = text.indexOf('|') >= 0;
        char separator = bars ? '|' : text.indexOf('·') >= 0 ? '·' : ' ';
        int items = 0;
        int known = 0;
        int needed = bars ? 1 : 2;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf(separator, at);
            end = end < 0 ? text.length() : end;
            String word = text.substring(at, end).replace(" ", "");
            boolean site = bars && items == 0 && word.length() <= LONGEST_SITE; // the name of the site stands before
            if ((word.length() > LONGEST_ITEM && !site) || !word.codePoints().allMatch(Character::isLetter)) {
                return false;
            }
            needed = word.length() > LONGEST_ITEM ? 2 : needed;
            items += word.isEmpty() ? 0 : 1;
            known += !word.isEmpty() && isEntry(word) ? 1 : 0;
            at = end + 1;
        }
        // slogans are parted by spaces too, hardly ever by bars
        return items >= FEWEST_ITEMS && known >= needed && (bars || known * 2 >= items);
    }

    private boolean isEntry(String word) {
        Surface surface = lexicon.at(word, 0);
        return surface != null
                && (surface.kind() == Kind.NAVIGATION || surface.kind() == Kind.TOOLBAR)
                && (surface.use() == Use.ALONE || surface.use() == Use.AMONG)
                && surface.text().equals(word);
    }

    /** Whether a row of figures with as many bars follows. */
    private static boolean isTable(List<Line> lines, int i) {
        if (i + 1 == lines.size()) {
            return false;
        }
        String next = lines.get(i + 1).text();
        return bars(next) > 0
                && bars(next) == bars(lines.get(i).text())
                && next.codePoints().anyMatch(Character::isDigit);
    }

    private static long bars(String text) {
        return text.codePoints().filter(c -> c == '|').count();
    }
}
