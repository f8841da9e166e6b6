package io.reportstream.processor.extract;

import java.math.BigDecimal;

/** Which numbers without a unit count something: 3000万, 指数为102.5, 收入比2.31, 八千贫困人口. */
final class BareNumbers {
    /** Fewer persons than these are not counted without a measure word. */
    private static final BigDecimal MANY = BigDecimal.valueOf(1000);

    private static final String ENDS = ",。;)";
    private static final String[] INDEXES = {"比", "倍差", "系数", "指数", "缩小", "下降", "降低", "上升", "提高", "扩大"};

    private final Lexicons lexicons;

    BareNumbers(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    boolean counts(String text, int start, Numeral number, int end) {
        char next = number.end() < end ? text.charAt(number.end()) : '。';
        boolean rounded = number.more() && QuantityScanner.isChinese(next);
        boolean scaled = number.scale().compareTo(BigDecimal.ONE) > 0 && "个+工".indexOf(next) < 0;
        return rounded
                || scaled
                || (number.chinese() ? isWritten(text, number, end, next) : isStated(text, start, number, end, next));
    }

    /** 投资三千五百万, 八千贫困人口. */
    private boolean isWritten(String text, Numeral number, int end, char next) {
        boolean round = text.charAt(number.start()) != '万'
                && "万亿".indexOf(text.charAt(number.end() - 1)) >= 0
                && ENDS.indexOf(next) >= 0
                && number.end() - number.start() > 2;
        return round || (number.value().compareTo(MANY) >= 0 && lexicons.people.at(text, number.end(), end) != null);
    }

    /** 指数为102.5, 由2.35缩小到2.31. */
    private boolean isStated(String text, int start, Numeral number, int end, char next) {
        if (number.start() == start) {
            return false;
        }
        char before = text.charAt(number.start() - 1);
        boolean closes = ENDS.indexOf(next) >= 0 || next == '!';
        if (closes && "为达到至是超".indexOf(before) >= 0) {
            return true;
        }
        if ((closes || next == '、') && number.value().scale() > 0 && isIndex(text, number.start())) {
            return true;
        }
        Lexicon.Entry<Lexicons.Head> head = lexicons.heads.at(text, number.end(), end);
        return "由从的".indexOf(before) >= 0 && head != null && head.length() > 1;
    }

    private static boolean isIndex(String text, int at) {
        for (String word : INDEXES) {
            if (text.startsWith(word, at - word.length())) {
                return true;
            }
        }
        return false;
    }
}
