package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines that are boilerplate by their shape alone: code, page numbers, the day and paper of an article. */
final class LineShapes {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—·]{1,2}\\d{1,4}[-—·]{1,2}|第\\d{1,4}页(?:[,/]?共\\d{1,4}页)?|\\+\\d{1,3}|\\d{16,}");
    /** 2005年11月18日 《云河日报》 记者 李明 */
    private static final Pattern NEWSPAPER = Pattern.compile(
            "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?《?[\\u4e00-\\u9fa5]{2,10}(?:日报|晚报|时报|早报|都市报|周报|晨报|网|电视台|电台)》?"
                    + "(?:[\\u4e00-\\u9fa5]{0,4}记者:?[\\u4e00-\\u9fa5]{2,10})?");

    private static final Pattern CODE = Pattern.compile(
            "\\bfunction ?\\w* ?\\(|\\bvar \\w+ ?=|document\\.|\\$\\(|[{;] ?[\\w-]+ ?: ?[^{};]{1,80};|^[.#@]?[\\w ,.#-]{1,80}\\{");

    private LineShapes() {}

    /**
     * The kind of boilerplate that a line has the shape of; null for any other line.
     *
     * @param compact the line without spaces
     */
    static @Nullable Kind kind(String line, String compact) {
        if (isCode(line, hanCount(compact))) {
            return Kind.MARKUP;
        }
        if (PAGE_NUMBER.matcher(compact).matches()) {
            return Kind.NAVIGATION;
        }
        if (NEWSPAPER.matcher(compact).matches()) {
            return Kind.BYLINE;
        }
        return compact.codePoints().noneMatch(Character::isLetterOrDigit) ? Kind.OTHER : null;
    }

    private static boolean isCode(String text, int han) {
        return han * 4 < text.length()
                && text.length() > 8
                && CODE.matcher(text).find();
    }

    private static int hanCount(String text) {
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            han += Character.isIdeographic(text.charAt(i)) ? 1 : 0;
        }
        return han;
    }
}
