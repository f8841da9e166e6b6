package io.reportstream.processor.clean;

import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.List;

/** Puts right what rewriting engines and typing did to numbers: 22、5万 for 22.5万, 到达30% for 达到30%. */
final class Wording {
    /** Stands for a number in the column of what follows. */
    private static final String NUMBER = "#";

    private static final String MULTIPLIERS = "万亿%‰";

    /** A word that stands for another before a number. */
    private record Spun(String surface, String plain, List<String> ahead) {}

    private final List<Spun> spun = new ArrayList<>();

    static Wording load() {
        Wording wording = new Wording();
        for (Tsv.Row row : Tsv.load("lexicon/spun.tsv").rows()) {
            if (row.text("surface").length() != row.text("plain").length()) {
                throw row.error("surface and plain word differ in length");
            }
            List<String> ahead = List.of(row.text("ahead").split("/"));
            wording.spun.add(new Spun(row.text("surface"), row.text("plain"), ahead));
        }
        return wording;
    }

    /** Corrects {@code text} in its place; no length changes. */
    void correct(MappedText text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '、' && isDecimalPoint(text, i)) {
                text.set(i, '.');
            }
        }
        for (Spun each : spun) {
            correct(text, each);
        }
    }

    /**
     * Whether 、 stands between the digits of one number: 22、5万人次. Two numbers of a list, the number of an item and a pair
     * of neighbours (三四万 as 3、4万) are none.
     */
    private static boolean isDecimalPoint(MappedText text, int at) {
        int from = at;
        while (from > 0 && Characters.isDigit(text.charAt(from - 1))) {
            from--;
        }
        int to = at + 1;
        while (to < text.length() && Characters.isDigit(text.charAt(to))) {
            to++;
        }
        int whole = at - from;
        int fraction = to - at - 1;
        char before = text.at(from - 1);
        boolean opens = before == '\0' || before == '\n' || "。;:!?(第、—-~.".indexOf(before) >= 0;
        if (whole == 0 || whole > 5 || fraction == 0 || fraction > 2 || opens || !isUnit(text, to)) {
            return false;
        }
        boolean neighbours = whole == 1 && fraction == 1 && text.charAt(to - 1) == text.charAt(from) + 1;
        return !neighbours && !(fraction == whole && text.charAt(to) != '%' && whole > 1);
    }

    private static boolean isUnit(MappedText text, int at) {
        char c = text.at(at);
        return (c != '\0' && MULTIPLIERS.indexOf(c) >= 0)
                || (c == '个' && text.at(at + 1) == '百' && text.at(at + 2) == '分');
    }

    private static void correct(MappedText text, Spun spun) {
        char first = spun.surface().charAt(0);
        int length = spun.surface().length();
        for (int i = 0; i + length < text.length(); i++) {
            if (text.charAt(i) == first
                    && startsWith(text, i, spun.surface())
                    && isAhead(text, i + length, spun.ahead())) {
                for (int j = 0; j < length; j++) {
                    text.set(i + j, spun.plain().charAt(j));
                }
            }
        }
    }

    private static boolean isAhead(MappedText text, int at, List<String> words) {
        for (String word : words) {
            if (word.equals(NUMBER) ? isNumberAhead(text, at) : startsWith(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(MappedText text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text.at(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumberAhead(MappedText text, int at) {
        int i = "了约近".indexOf(text.at(at)) >= 0 ? at + 1 : at;
        return Characters.isDigit(text.at(i));
    }
}
