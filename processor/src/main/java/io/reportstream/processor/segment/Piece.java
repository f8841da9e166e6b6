package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is left of a line without its boilerplate.
 *
 * @param line the line's number
 * @param before kinds of the boilerplate between the piece before and this one
 * @param separated whether a separator such as 【篇一】 stands before it
 */
record Piece(int line, int start, int end, String text, Set<Kind> before, boolean separated) {
    private static final Pattern DIALOGUE =
            Pattern.compile("^(?:\\[[^\\]]{1,12}\\]|【[^】]{1,12}】|[^:,。;!?、“”]{1,12}) ?:.*|^[问答][:、].*");
    private static final Pattern DAY = Pattern.compile(
            "[(]?(?:——?)?[(]?(?:\\d{4}|[一二][〇○零O一二三四五六七八九]{3})年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日)?.{0,40}");
    private static final Pattern SALUTATION = Pattern.compile("^(?:各位|同志们|尊敬的|主席团|主任、).{0,30}[:!]?$");

    int length() {
        return end - start;
    }

    boolean isProse() {
        return length() > 100 || (length() > 12 && text.indexOf('。') >= 0);
    }

    boolean isDialogue() {
        return DIALOGUE.matcher(text.substring(0, Math.min(40, text.length()))).find();
    }

    /** A line that tells when and where a report was given: ——2024年1月23日在…会议上. */
    boolean isDay() {
        return length() < 80 && DAY.matcher(text.replace(" ", "")).matches();
    }

    boolean isSalutation() {
        return length() < 40 && SALUTATION.matcher(text).find();
    }

    boolean isNumbered() {
        return TitleRules.isNumbered(text);
    }
}
