package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import java.util.ArrayList;
import java.util.List;

/** Judges the lines of a text, first each by itself and then among its neighbours. */
final class BoilerplateFinder {
    private static final int LONGEST_LIST_LINE = 60;
    private static final int LONGEST_SANDWICHED = 20;

    private final BoilerplateLexicon lexicon = BoilerplateLexicon.load();
    private final LineJudge reader = new LineJudge(lexicon);
    private final Menus menus = new Menus(lexicon);

    /** One verdict for each line. */
    List<LineVerdict> find(List<Line> lines) {
        List<LineVerdict> verdicts = new ArrayList<>(lines.size());
        for (Line line : lines) {
            verdicts.add(reader.read(line));
        }
        menus.mark(lines, verdicts);
        lists(lines, verdicts);
        for (int i = 0; i < lines.size(); i++) {
            settle(lines, verdicts, i, i - 1);
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            settle(lines, verdicts, i, i + 1);
        }
        for (int i = 1; i + 1 < lines.size(); i++) {
            sandwich(lines, verdicts, i);
        }
        Forewords.mark(lines, verdicts);
        return verdicts;
    }

    /** Short lines behind 相关链接 and the like. */
    private static void lists(List<Line> lines, List<LineVerdict> verdicts) {
        boolean inList = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (verdicts.get(i).isWhole()) {
                inList |= verdicts.get(i).opensList();
            } else if (inList && belongsToList(lines, i)) {
                verdicts.set(i, LineVerdict.whole(line, Kind.AGGREGATOR));
            } else {
                inList = false;
            }
        }
    }

    private static boolean belongsToList(List<Line> lines, int i) {
        Line line = lines.get(i);
        boolean bullet = "·•●■◆>»[".indexOf(line.text().charAt(0)) >= 0;
        boolean opensProse = i + 1 < lines.size() && lines.get(i + 1).isProse();
        return line.length() <= LONGEST_LIST_LINE && line.text().indexOf('。') < 0 && (bullet || !opensProse);
    }

    private static void settle(List<Line> lines, List<LineVerdict> verdicts, int i, int neighbour) {
        Kind possible = verdicts.get(i).possible();
        if (possible != null
                && neighbour >= 0
                && neighbour < lines.size()
                && verdicts.get(neighbour).isWhole()) {
            verdicts.set(i, LineVerdict.whole(lines.get(i), possible));
        }
    }

    /** A short line between form fields is the rest of one. */
    private static void sandwich(List<Line> lines, List<LineVerdict> verdicts, int i) {
        Line line = lines.get(i);
        LineVerdict before = verdicts.get(i - 1);
        LineVerdict after = verdicts.get(i + 1);
        if (!verdicts.get(i).isWhole()
                && before.isWhole()
                && after.isWhole()
                && isForm(before.head())
                && isForm(after.head())
                && line.length() <= LONGEST_SANDWICHED
                && line.text().indexOf('。') < 0
                && line.text().indexOf(':') < 0
                && !TitleRules.isTitle(line.text())) {
            verdicts.set(i, LineVerdict.whole(line, after.head() == null ? Kind.OTHER : after.head()));
        }
    }

    private static boolean isForm(@org.jspecify.annotations.Nullable Kind kind) {
        return kind == Kind.INDEX_FIELD || kind == Kind.FOOTER || kind == Kind.COPYRIGHT;
    }
}
