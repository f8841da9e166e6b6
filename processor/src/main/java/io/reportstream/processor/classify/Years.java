package io.reportstream.processor.classify;

import io.reportstream.processor.segment.DocumentDraft;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds years as reports print them: four digits before 年, ASCII (2021年) or Chinese (二〇二一年). */
final class Years {
    private static final String HAN = "〇一二三四五六七八九";
    private static final List<String> PERIODS = List.of(
            "一五", "二五", "三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五",
            "十七五");
    private static final Pattern PERIOD = Pattern.compile("[\"“”'](十[一二三四五六七]五|十五|[一二三四五六七八九]五)[\"“”'](时期|期间|的?五年)?");
    private static final Pattern DATE = Pattern.compile(
            "[(]?(?:[12]\\d{3}|[一二][〇○零oO0一二三四五六七八九]{3})年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日)?[)]?");

    private Years() {}

    /** The year that a document covers, else the one in its title; 0 where neither tells. */
    static int covered(DocumentDraft document) {
        Integer year = document.year();
        String title = document.title();
        return year != null ? year : title == null ? 0 : first(title, 0, title.length());
    }

    /** The first year in a stretch of text; 0 where there is none. */
    static int first(String text, int from, int to) {
        int digits = 0;
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = digit(text.charAt(i));
            if (digit >= 0) {
                digits++;
                value = digits > 4 ? 0 : 10 * value + digit;
            } else {
                if (text.charAt(i) == '年' && digits == 4 && value >= 1949 && value < 2100) {
                    return value;
                }
                digits = 0;
                value = 0;
            }
        }
        return 0;
    }

    /** Whether a line is a date and nothing else, as under a signature: 二〇〇八年七月五日. */
    static boolean isDate(String line) {
        return line.length() < 24 && DATE.matcher(line).matches();
    }

    /**
     * The year that a five-year period (“十五五”时期) has against the year that the document covers: its first where it is still
     * to come, its last where it is over; 0 where it is under way or none is named.
     *
     * @param whole whether the text must speak of the period itself, not of a plan or programme named after it
     */
    static int period(String text, int covered, boolean whole) {
        if (text.indexOf('五') < 0) {
            return 0;
        }
        Matcher matcher = PERIOD.matcher(text);
        if (covered == 0 || !matcher.find() || (whole && matcher.group(2) == null)) {
            return 0;
        }
        int first = 1953 + 5 * PERIODS.indexOf(matcher.group(1));
        first += first > 1960 ? 3 : 0;
        return covered < first ? first : covered >= first + 4 ? Math.min(covered, first + 4) : 0;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c == '○' || c == '零' ? 0 : HAN.indexOf(c);
    }
}
