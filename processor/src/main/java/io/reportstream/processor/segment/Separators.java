package io.reportstream.processor.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Separators between pasted documents: 【篇一】, 第二篇:…, …范文(三). */
final class Separators {
    private static final String NUMBER = "(?:[一二三四五六七八九十]{1,3}|\\d{1,2})";
    private static final Pattern BRACKETED = Pattern.compile("^[【\\[] ?(?:第 ?" + NUMBER + " ?篇|篇 ?" + NUMBER + "|范文 ?"
            + NUMBER + "|" + NUMBER + ")[^】\\]]{0,2}[】\\]][::]? ?");
    private static final Pattern NAMED = Pattern.compile(
            "^(?:第 ?" + NUMBER + " ?篇|篇 ?" + NUMBER + "|范文 ?" + NUMBER + "|" + "样本 ?" + NUMBER + ")(?: ?[::] ?|$)");
    private static final Pattern TRAILING =
            Pattern.compile("^[^。;,!?]{4,40}?(?:范文|模板|篇|第) ?[(]?" + NUMBER + "[)]?(?:篇)?$");

    private Separators() {}

    /** Length of the separator at the head of a line; 0 if there is none. What follows it is a title. */
    static int length(String line) {
        if (line.length() > TitleRules.LONGEST) {
            return 0;
        }
        Matcher bracketed = BRACKETED.matcher(line);
        if (bracketed.find()) {
            return bracketed.end();
        }
        Matcher named = NAMED.matcher(line);
        if (named.find()) {
            return named.end();
        }
        return TRAILING.matcher(line).matches()
                        && TitleRules.genre(line.replaceAll("(范文|模板|篇|第)? ?[(]?" + NUMBER + "[)]?篇?$", "")) != null
                ? line.length()
                : 0;
    }
}
