package io.reportstream.processor.classify;

/** Finds years as reports print them: four digits before 年. */
final class Years {
    private Years() {}

    /** The first year in a stretch of text; 0 where there is none. */
    static int first(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else {
                if (c == '年' && digits == 4) {
                    int year = Integer.parseInt(text, i - 4, i, 10);
                    if (year >= 1949 && year < 2100) {
                        return year;
                    }
                }
                digits = 0;
            }
        }
        return 0;
    }
}
