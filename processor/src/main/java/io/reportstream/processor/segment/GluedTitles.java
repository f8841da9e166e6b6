package io.reportstream.processor.segment;

import io.reportstream.processor.segment.LineTokens.Token;
import java.util.List;
import java.util.Set;

/** Finds the title that a page prints right behind the name of its editor: 责任编辑:李明云桥县林业局2014年工作总结. */
final class GluedTitles {
    private static final Set<String> PERSONS =
            Set.of("编辑", "责任编辑", "责编", "编辑人", "作者", "审核", "审核人", "校对", "录入", "录入人", "撰稿", "撰稿人", "发布人", "发布者", "文章录入");
    private static final int LONGEST_NAME = 4;
    /** Most names have three characters or two. */
    private static final List<Integer> LENGTHS = List.of(3, 2, LONGEST_NAME, 1);

    private GluedTitles() {}

    /** Where the title begins in a line whose last field runs to its end; -1 if there is none. */
    static int start(CompactLine line, List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        String text = line.text();
        int value = last.start() + last.surface().text().length() + 1;
        boolean person = last.labelled() && PERSONS.contains(last.surface().text());
        if (!person || last.end() < text.length() || text.length() - value > TitleRules.LONGEST + LONGEST_NAME) {
            return -1;
        }
        int name = value;
        while (name < text.length() && text.charAt(name) < 0x80 && name - value < 12) {
            name++;
        }
        for (int at = value + 1; at < Math.min(text.length(), value + 12); at++) {
            if (line.spaceBefore(at) && TitleRules.isStrongTitle(text.substring(at))) {
                return at;
            }
        }
        if (name > value && opensTitle(text, name)) {
            return name;
        }
        for (int length : LENGTHS) {
            if (opensTitle(text, value + length)) {
                return value + length;
            }
        }
        return -1;
    }

    /** Whether a strong title stands at {@code at} that begins with a place or a year. */
    private static boolean opensTitle(String text, int at) {
        if (at >= text.length() || !TitleRules.isStrongTitle(text.substring(at))) {
            return false;
        }
        List<Years.Mention> years = Years.in(text.substring(at, Math.min(text.length(), at + 8)));
        return PlaceNames.opens(text, at) || (!years.isEmpty() && years.get(0).start() == 0);
    }
}
