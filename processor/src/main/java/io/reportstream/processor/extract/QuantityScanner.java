package io.reportstream.processor.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds numbers with their units; passes over dates, ordinals, names and serial numbers. */
final class QuantityScanner {
    private static final String JOINS = "-+./#*_:×&@=~";

    private final Lexicons lexicons;
    private final ArabicNumerals arabic;
    private final ChineseNumerals chinese;
    private final RoughPairs roughPairs;
    private final QuantityReader reader;
    private final ShareReader shares;
    private final RankReader ranks;

    QuantityScanner(Lexicons lexicons) {
        this.lexicons = lexicons;
        arabic = new ArabicNumerals(lexicons.units);
        chinese = new ChineseNumerals(lexicons.units);
        roughPairs = new RoughPairs(lexicons.units);
        reader = new QuantityReader(lexicons, arabic, chinese);
        shares = new ShareReader(reader);
        ranks = new RankReader();
    }

    /**
     * The quantities of {@code [start, end)} in order, none inside one of {@code times}.
     *
     * @param isComma whether the comma at an offset may part thousands
     */
    List<Quantity> scan(String text, int start, int end, List<TimeExpression> times, IntPredicate isComma) {
        List<Quantity> found = new ArrayList<>();
        int time = 0;
        int i = start;
        while (i < end) {
            while (time < times.size() && times.get(time).end() <= i) {
                time++;
            }
            if (time < times.size() && times.get(time).start() <= i) {
                i = times.get(time).end();
                continue;
            }
            char c = text.charAt(i);
            int next = i + 1;
            if (ArabicNumerals.isDigit(c)) {
                next = digits(text, start, i, end, isComma, found);
            } else if (c == '第' || c == '首' || c == '前') {
                Quantity rank = ranks.at(text, i, end, start);
                if (rank != null) {
                    found.add(rank);
                    next = rank.end();
                } else if (c == '第') {
                    next = ranks.endOfOrdinal(text, i, end);
                }
            } else if (ChineseNumerals.canStart(c)) {
                next = characters(text, start, i, end, isComma, found);
            }
            i = next;
        }
        found.removeIf(quantity -> quantity.kind() == Unit.Kind.TIME && !isMeasuredInTime(text, start, quantity));
        found.removeIf(quantity -> isAnnouncer(text, quantity, end));
        sharePoints(found);
        return found;
    }

    /** 做好三项工作: the number of what is listed next. */
    private boolean isAnnouncer(String text, Quantity quantity, int end) {
        if (!quantity.chinese()
                || quantity.rank()
                || quantity.kind() != Unit.Kind.COUNT
                || quantity.value().intValue() > 12) {
            return false;
        }
        Lexicon.Entry<String> noun = lexicons.announcers.at(text, quantity.end(), end);
        int close = noun == null ? end : quantity.end() + noun.length();
        return noun != null && (close == end || ",。;:!?、”》".indexOf(text.charAt(close)) >= 0);
    }

    /** 分别低1.2个和0.8个百分点: the first number has the unit of the second. */
    private static void sharePoints(List<Quantity> found) {
        for (int i = 0; i + 1 < found.size(); i++) {
            Quantity first = found.get(i);
            Quantity second = found.get(i + 1);
            boolean joined = second.kind() == Unit.Kind.POINTS && second.start() - first.end() == 1;
            if (joined && first.measure().equals("个")) {
                found.set(i, first.in(second.measure(), second.kind()));
            }
        }
    }

    /** Whether the noun before a span of time is one that is measured so: 人均预期寿命达到78岁, 平均住院日缩短0.7天. */
    private boolean isMeasuredInTime(String text, int start, Quantity quantity) {
        int from = LeftReader.clauseStart(text, quantity.start(), start);
        Cut cut = new Cut(lexicons, text, from, quantity.start());
        cut.tail();
        boolean elided = cut.growth != 0 && cut.to == from && from > start + 12;
        int at = elided ? LeftReader.clauseStart(text, from - 1, start) : from;
        for (int i = at; i < (elided ? from : cut.to); i++) {
            if (lexicons.durations.at(text, i, quantity.start()) != null) {
                return true;
            }
        }
        return false;
    }

    private int digits(String text, int start, int at, int end, IntPredicate isComma, List<Quantity> found) {
        char before = at > start ? text.charAt(at - 1) : ' ';
        boolean negative = before == '-' && (at - 1 == start || isChinese(text.charAt(at - 2)));
        if (isLetter(before) || (JOINS.indexOf(before) >= 0 && !negative)) {
            return endOfToken(text, at, end);
        }
        Numeral numeral = arabic.read(text, at, end, isComma);
        if (numeral == null) {
            return endOfToken(text, at, end);
        }
        QuantityReader.Result result = reader.read(text, start, numeral, end, isComma);
        return add(result, negative, found);
    }

    private int characters(String text, int start, int at, int end, IntPredicate isComma, List<Quantity> found) {
        Quantity share = shares.at(text, at, end, isComma);
        if (share != null) {
            found.add(share);
            return share.end();
        }
        Lexicon.Entry<String> word = lexicons.fixed.at(text, at, end);
        if (word != null) {
            return at + word.length();
        }
        Numeral numeral = chinese.read(text, at, end);
        if (numeral == null) {
            Quantity pair = roughPairs.at(text, at, end);
            if (pair != null) {
                found.add(pair);
                return pair.end();
            }
            return endOfNumerals(text, at, end);
        }
        return add(reader.read(text, start, numeral, end, isComma), false, found);
    }

    private static int add(QuantityReader.Result result, boolean negative, List<Quantity> found) {
        Quantity quantity = result.quantity();
        if (quantity != null) {
            found.add(!negative ? quantity : quantity.negative());
        }
        return result.next();
    }

    /** Behind the letters, digits and marks of a serial number or a technical name. */
    static int endOfToken(String text, int from, int end) {
        int i = from;
        while (i < end
                && (isLetter(text.charAt(i))
                        || ArabicNumerals.isDigit(text.charAt(i))
                        || JOINS.indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return Math.max(i, from + 1);
    }

    private static int endOfNumerals(String text, int from, int end) {
        int i = from + 1;
        while (i < end && ChineseNumerals.canStart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isChinese(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }
}
