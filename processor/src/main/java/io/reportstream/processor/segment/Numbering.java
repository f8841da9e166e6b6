package io.reportstream.processor.segment;

import org.jspecify.annotations.Nullable;

/** Recognizes the markers of outline parts. Each looks at a few characters only, whatever the text. */
final class Numbering {
    private static final String ORDINAL_ENDS = ",、:;是则为";
    private static final String BULLETS = "●■◆★▲◎○□◇☆•·";

    private Numbering() {}

    /**
     * The marker at {@code at}, which is the start of a line or of a sentence; null where none stands there.
     *
     * @param limit end of the line
     * @param lineStart whether {@code at} is the start of a line: only there chapters, dashes and bullets count
     */
    static @Nullable Marker at(String text, int at, int limit, boolean lineStart) {
        if (at >= limit) {
            return null;
        }
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return arabic(text, at, limit);
        }
        if (c == '(') {
            return bracket(text, at, limit);
        }
        if (c == '第') {
            return ordinalOrChapter(text, at, limit, lineStart);
        }
        if (isHanDigit(c)) {
            return han(text, at, limit, lineStart);
        }
        if (c == '首' || c == '其' || c == '再' || c == '最') {
            return sequenceWord(text, at, limit);
        }
        if ((c >= '\u2460' && c <= '\u249b') || (c >= '\u3220' && c <= '\u3229')) {
            return enclosed(text, at, limit);
        }
        return lineStart ? dash(text, at, limit) : null;
    }

    /** 1. and 1、 and 1): at most two digits, and no further digit behind, unless that is a year (1.2024年…). */
    private static @Nullable Marker arabic(String text, int at, int limit) {
        int end = digits(text, at, limit);
        if (end - at > 2 || end >= limit) {
            return null;
        }
        char mark = text.charAt(end);
        Style style = mark == ')' ? Style.ARABIC_BRACKET : Style.ARABIC;
        if (mark != '.' && mark != '、' && mark != ')') {
            return null;
        }
        int number = Integer.parseInt(text, at, end, 10);
        int body = end + 1;
        if (body < limit && text.charAt(body) == '、' && mark == '.') {
            body++;
        }
        boolean glued = body < limit && isDigit(text.charAt(body));
        if (number == 0 || (glued && !isYear(text, body, limit))) {
            return null;
        }
        return opens(text, style, number, body, limit);
    }

    private static boolean isYear(String text, int at, int limit) {
        int end = digits(text, at, limit);
        return end - at == 4 && end < limit && (text.charAt(end) == '年' || text.charAt(end) == '-');
    }

    /** (一) and (1). */
    private static @Nullable Marker bracket(String text, int at, int limit) {
        HanNumber han = HanNumber.read(text, at + 1, limit);
        if (han.value() > 0) {
            return closed(text, han.end(), limit)
                    ? opens(text, Style.HAN_BRACKET, han.value(), han.end() + 1, limit)
                    : null;
        }
        int end = digits(text, at + 1, limit);
        if (end == at + 1 || end - at > 3 || !closed(text, end, limit)) {
            return null;
        }
        int number = Integer.parseInt(text, at + 1, end, 10);
        return number == 0 ? null : opens(text, Style.ARABIC_BRACKET, number, end + 1, limit);
    }

    private static boolean closed(String text, int at, int limit) {
        return at < limit && text.charAt(at) == ')';
    }

    /** 一、 一. 一) and 一是; not the list 一、二、三产业. */
    private static @Nullable Marker han(String text, int at, int limit, boolean lineStart) {
        HanNumber number = HanNumber.read(text, at, limit);
        int end = number.end();
        if (end >= limit) {
            return null;
        }
        char mark = text.charAt(end);
        if (mark == '是' || (mark == '要' && lineStart)) {
            return opens(text, Style.ORDINAL, number.value(), end + 1, limit);
        }
        if (mark == ')' && lineStart) {
            return opens(text, Style.HAN_BRACKET, number.value(), end + 1, limit);
        }
        if (mark != '、' && !(lineStart && (mark == '.' || mark == ','))) {
            return null;
        }
        HanNumber next = HanNumber.read(text, end + 1, limit);
        boolean list = next.value() == number.value() + 1
                && next.end() < limit
                && "、季产月期次是批类级".indexOf(text.charAt(next.end())) >= 0;
        return list ? null : opens(text, Style.HAN, number.value(), end + 1, limit);
    }

    /** 第一, and 第一是 in prose; 第一章, 第一部分 and 第一节 at the start of a line. */
    private static @Nullable Marker ordinalOrChapter(String text, int at, int limit, boolean lineStart) {
        HanNumber number = HanNumber.read(text, at + 1, limit);
        int end = number.end();
        if (number.value() == 0 || end >= limit) {
            return null;
        }
        char mark = text.charAt(end);
        if (ORDINAL_ENDS.indexOf(mark) >= 0) {
            return opens(text, Style.ORDINAL, number.value(), end + 1, limit);
        }
        if (!lineStart) {
            return null;
        }
        if (mark == '节') {
            return opens(text, Style.SECTION, number.value(), end + 1, limit);
        }
        if (mark == '章' || mark == '篇' || mark == '编') {
            return opens(text, Style.CHAPTER, number.value(), end + 1, limit);
        }
        return text.startsWith("部分", end) ? opens(text, Style.CHAPTER, number.value(), end + 2, limit) : null;
    }

    /** 首先, 其次, 再次, 最后, each with a comma. */
    private static @Nullable Marker sequenceWord(String text, int at, int limit) {
        if (at + 2 >= limit || text.charAt(at + 2) != ',') {
            return null;
        }
        int number = switch (text.substring(at, at + 2)) {
            case "首先" -> 1;
            case "其次" -> 2;
            case "再次" -> 3;
            case "最后" -> 4;
            default -> 0;
        };
        return number == 0 ? null : opens(text, Style.ORDINAL, number, at + 3, limit);
    }

    /** ①, ⑴, ⒈ and ㈠. */
    private static @Nullable Marker enclosed(String text, int at, int limit) {
        char c = text.charAt(at);
        if (c >= '\u3220') {
            return opens(text, Style.HAN_BRACKET, c - '\u3220' + 1, at + 1, limit);
        }
        if (c >= '\u2488') {
            return opens(text, Style.ARABIC, c - '\u2488' + 1, at + 1, limit);
        }
        return c >= '\u2474'
                ? opens(text, Style.ARABIC_BRACKET, c - '\u2474' + 1, at + 1, limit)
                : opens(text, Style.CIRCLED, c - '\u2460' + 1, at + 1, limit);
    }

    private static @Nullable Marker dash(String text, int at, int limit) {
        int end = at;
        while (end < limit && end < at + 4 && "—─―-–".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end == at && BULLETS.indexOf(text.charAt(at)) >= 0) {
            end++;
        }
        boolean minus = end == at + 1 && text.charAt(at) == '-';
        return end == at || minus ? null : opens(text, Style.DASH, 0, end, limit);
    }

    /** The marker, if text follows it; a number alone opens nothing. */
    private static @Nullable Marker opens(String text, Style style, int number, int end, int limit) {
        int at = end;
        while (at < limit && (text.charAt(at) == '、' || text.charAt(at) == '.' || isSpace(text.charAt(at)))) {
            at++;
            if (at - end > 40) {
                return null;
            }
        }
        if (at >= limit || !(Character.isLetterOrDigit(text.charAt(at)) || "“\"《(‘【<".indexOf(text.charAt(at)) >= 0)) {
            return null;
        }
        return new Marker(style, number, at);
    }

    private static int digits(String text, int at, int limit) {
        int end = at;
        while (end < limit && end - at < 5 && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHanDigit(char c) {
        return c == '十' || "一二三四五六七八九".indexOf(c) >= 0;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
