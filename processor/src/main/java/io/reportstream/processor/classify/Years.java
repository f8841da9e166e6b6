package io.reportstream.processor.classify;

import io.reportstream.processor.segment.DocumentDraft;

/** Finds years as reports print them: four digits before 年, ASCII (2021年) or Chinese (二〇二一年). */
final class Years {
    private static final String HAN = "〇一二三四五六七八九";

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

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c == '○' || c == '零' ? 0 : HAN.indexOf(c);
    }
}
