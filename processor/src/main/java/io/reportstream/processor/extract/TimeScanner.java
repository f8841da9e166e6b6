package io.reportstream.processor.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the time expressions of a sentence. */
final class TimeScanner {
    /** Over fewer years a mean growth only evens out a base: 两年平均增长5.6%. */
    private static final int FEW = 4;

    private static final String[] SUMS = {"平均", "年均", "共", "累计", "总共", "合计", "新建", "新修", "新增"};
    private static final String[] UNTIL = {"截至到", "截止到", "截至", "截止"};

    private final TimePatterns patterns;

    TimeScanner(TimePatterns patterns) {
        this.patterns = patterns;
    }

    /** The expressions of {@code [start, end)} in order, not overlapping. */
    List<TimeExpression> scan(String text, int start, int end) {
        List<TimeExpression> found = new ArrayList<>();
        int i = start;
        while (i < end) {
            TimeExpression time = isInsideNumber(text, i, start) ? null : patterns.at(text, i, end);
            time = time == null ? years(text, i, start, end) : time;
            if (time == null) {
                i++;
                continue;
            }
            int floor = found.isEmpty() ? start : found.get(found.size() - 1).end();
            found.add(withUntil(text, time, floor));
            i = time.end();
        }
        return found;
    }

    /** 五年 that opens a clause before what was done in all of them: 五年平均递增10%, 五年新修公路218公里. */
    private static @Nullable TimeExpression years(String text, int from, int start, int end) {
        if (from > start && ",;。:、".indexOf(text.charAt(from - 1)) < 0) {
            return null;
        }
        int at = DateNumbers.endOfSmall(text, from, end);
        if (at <= from || at >= end || text.charAt(at) != '年') {
            return null;
        }
        boolean few = DateNumbers.small(text.substring(from, at)) < FEW;
        for (String word : SUMS) {
            if (text.startsWith(word, at + 1) && !(few && word.endsWith("均"))) {
                return new TimeExpression(from, at + 1, TimeExpression.Kind.RATE);
            }
        }
        return null;
    }

    private static boolean isInsideNumber(String text, int at, int start) {
        char c = text.charAt(at);
        if (at == start || (!ArabicNumerals.isDigit(c) && ChineseNumerals.digit(c) < 0 && c != '十')) {
            return false;
        }
        char before = text.charAt(at - 1);
        return ArabicNumerals.isDigit(before)
                || before == '.'
                || before == '第'
                || ChineseNumerals.digit(before) >= 0
                || ArabicNumerals.multiplier(before) > 0;
    }

    /** 截至 belongs to the expression it opens; a day that it closes with governs the sentence. */
    private static TimeExpression withUntil(String text, TimeExpression time, int floor) {
        for (String word : UNTIL) {
            int from = time.start() - word.length();
            if (from >= floor && text.startsWith(word, from)) {
                return new TimeExpression(from, time.end(), TimeExpression.Kind.NOW);
            }
        }
        return time;
    }
}
