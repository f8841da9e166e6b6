package io.reportstream.processor.extract;

import java.util.ArrayList;
import java.util.List;

/** Finds the time expressions of a sentence. */
final class TimeScanner {
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
