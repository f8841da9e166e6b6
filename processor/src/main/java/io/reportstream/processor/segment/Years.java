package io.reportstream.processor.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads years, written with digits or with Chinese numerals. */
final class Years {
    private static final String NUMERALS = "〇○零ＯO0一二三四五六七八九";
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?: ?年|[-/.](?=\\d{1,2}[-/.]\\d))|([一二])([九〇○零O0])([" + NUMERALS
                    + "])([" + NUMERALS + "])年");
    private static final Pattern MONTH = Pattern.compile(" ?(\\d{1,2}|[一二三四五六七八九十]{1,3})(?: ?月|[-/.])");

    /**
     * A year in a text.
     *
     * @param start where it begins
     * @param end behind 年 or the sign in its place
     * @param month 1 to 12; 0 if none follows
     */
    record Mention(int start, int end, int year, int month) {}

    private Years() {}

    static List<Mention> in(String text) {
        List<Mention> mentions = new ArrayList<>();
        if (text.indexOf('年') < 0 && text.indexOf('-') < 0 && text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            return mentions;
        }
        Matcher year = YEAR.matcher(text);
        Matcher month = MONTH.matcher(text);
        while (year.find()) {
            int value = year.group(1) != null ? Integer.parseInt(year.group(1)) : numerals(year);
            int monthValue = month.region(year.end(), Math.min(text.length(), year.end() + 6))
                            .lookingAt()
                    ? month(month.group(1))
                    : 0;
            if (value >= 1949 && value < 2100) {
                mentions.add(new Mention(year.start(), year.end(), value, monthValue));
            }
        }
        return mentions;
    }

    private static int numerals(Matcher year) {
        int value = 0;
        for (int group = 2; group <= 5; group++) {
            value = value * 10 + digit(year.group(group).charAt(0));
        }
        return value;
    }

    private static int digit(char c) {
        return Math.max(0, "一二三四五六七八九".indexOf(c) + 1);
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            int month = Integer.parseInt(text);
            return month > 12 ? 0 : month;
        }
        HanNumber number = HanNumber.read(text, 0, text.length());
        return number.value() > 12 ? 0 : number.value();
    }
}
