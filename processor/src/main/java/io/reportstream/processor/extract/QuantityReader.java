package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads on from a number: second bound, unit, words glued behind. */
final class QuantityReader {
    private static final String DASHES = "-—–~―─至到";
    private static final String COUNTED_OFF = "期批次回";

    private static final String[] UP = {"以上", "之多", "有余", "多", "余"};
    private static final String[] DOWN = {"以下", "以内", "之内"};
    private static final String[] ROUGH = {"左右", "上下"};

    private final Units units;
    private final ArabicNumerals arabic;
    private final ChineseNumerals chinese;
    private final BareNumbers bareNumbers;

    QuantityReader(Lexicons lexicons, ArabicNumerals arabic, ChineseNumerals chinese) {
        units = lexicons.units;
        this.arabic = arabic;
        this.chinese = chinese;
        bareNumbers = new BareNumbers(lexicons);
    }

    /** A quantity, or null for a number that is none, and where to read on. */
    record Result(@Nullable Quantity quantity, int next) {}

    /** What {@code low} opens. */
    Result read(String text, int start, Numeral low, int end, IntPredicate isComma) {
        int at = low.end();
        if (isName(text, start, low, end)) {
            return new Result(null, QuantityScanner.endOfToken(text, at - 1, end));
        }
        Units.Match unit = units.at(text, at, end);
        Numeral high = high(text, unit == null ? at : unit.end(), end, isComma);
        if (high != null) {
            Units.Match second = units.at(text, high.end(), end);
            boolean shared = unit == null
                    || (second != null
                            && second.unit().measure().equals(unit.unit().measure()));
            boolean serial = high.end() < end && text.charAt(high.end()) == '-';
            if (shared && !serial && second != null && second.unit().kind() != Unit.Kind.NONE) {
                BigDecimal scale =
                        unit == null && low.scale().compareTo(BigDecimal.ONE) == 0 ? high.scale() : BigDecimal.ONE;
                Numeral first = low.times(scale);
                if (first.value().compareTo(high.value()) < 0) {
                    return range(text, first, high, second, end);
                }
            }
            if (unit == null) {
                return new Result(null, QuantityScanner.endOfToken(text, high.end() - 1, end));
            }
        }
        Units.Match lent = unit == null ? lent(text, start, low, end, isComma) : null;
        if (lent != null) {
            return single(text, start, low, new Units.Match(lent.unit(), at), end);
        }
        return unit == null ? bare(text, start, low, end) : single(text, start, low, unit, end);
    }

    /** The unit that the next number of a row brings: 分别快5.8和3.8个百分点, 增长4.3、5.7%. */
    private Units.@Nullable Match lent(String text, int start, Numeral first, int end, IntPredicate isComma) {
        int i = first.end();
        if (i + 1 >= end || "和、与".indexOf(text.charAt(i)) < 0 || first.value().scale() <= 0 || first.chinese()) {
            return null;
        }
        Numeral next = ArabicNumerals.isDigit(text.charAt(i + 1)) ? arabic.read(text, i + 1, end, isComma) : null;
        Units.Match unit = next == null ? null : units.at(text, next.end(), end);
        boolean rate = unit != null
                && (unit.unit().kind() == Unit.Kind.POINTS || unit.unit().kind() == Unit.Kind.PERCENT);
        return rate && first.start() > start ? unit : null;
    }

    @Nullable
    Numeral numeral(String text, int at, int end, IntPredicate isComma) {
        if (at >= end) {
            return null;
        }
        char c = text.charAt(at);
        if (ArabicNumerals.isDigit(c)) {
            return arabic.read(text, at, end, isComma);
        }
        return ChineseNumerals.canStart(c) ? chinese.read(text, at, end) : null;
    }

    private @Nullable Numeral high(String text, int at, int end, IntPredicate isComma) {
        int i = at;
        while (i < end && i < at + 2 && DASHES.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i == at ? null : numeral(text, i, end, isComma);
    }

    private Result range(String text, Numeral low, Numeral high, Units.Match unit, int end) {
        int last = tail(text, unit.end(), end, UP, DOWN, ROUGH);
        Quantity quantity = new Quantity(
                low.start(),
                last,
                low.value(),
                high.value(),
                unit.unit().measure(),
                unit.unit().kind(),
                Qualifier.RANGE,
                false,
                low.chinese() && high.chinese());
        return new Result(quantity, last);
    }

    private Result single(String text, int start, Numeral number, Units.Match unit, int end) {
        boolean edition = number.value().scale() > 0 && unit.unit().measure().equals("版");
        boolean compass = unit.unit().measure().equals("度") && isCompass(text, start, number.start());
        if (edition
                || compass
                || unit.unit().kind() == Unit.Kind.NONE
                || (number.chinese() && !isCount(text, start, number, unit, end))) {
            return new Result(null, unit.end());
        }
        int digit = unit.unit().measure().equals("成") ? tenths(text, unit.end(), end) : 0;
        Quantity quantity = quantity(
                text,
                number.start(),
                number.value().add(BigDecimal.valueOf(digit, 1)),
                null,
                unit.unit().measure(),
                unit.unit().kind(),
                number.more(),
                number.about(),
                number.chinese(),
                digit > 0 ? unit.end() + 1 : unit.end(),
                end);
        return new Result(quantity, quantity.end());
    }

    /** The 五 of 两成五; 0 where no such digit stands. */
    private static int tenths(String text, int at, int end) {
        boolean alone = at < end && (at + 1 >= end || !ChineseNumerals.canStart(text.charAt(at + 1)));
        return alone ? Math.max(0, ChineseNumerals.digit(text.charAt(at))) : 0;
    }

    /** 东经116度: a place, no quantity. */
    private static boolean isCompass(String text, int start, int at) {
        return at - 2 >= start && "经纬".indexOf(text.charAt(at - 1)) >= 0 && "东西南北".indexOf(text.charAt(at - 2)) >= 0;
    }

    private Result bare(String text, int start, Numeral number, int end) {
        int at = number.end();
        boolean lone = number.chinese() && !isCounted(text, start, number);
        if (lone || !bareNumbers.counts(text, start, number, end)) {
            return new Result(null, Math.max(at, number.start() + 1));
        }
        Quantity quantity = quantity(
                text,
                number.start(),
                number.value(),
                null,
                "",
                Unit.Kind.COUNT,
                number.more(),
                number.about(),
                number.chinese(),
                at,
                end);
        return new Result(quantity, quantity.end());
    }

    /** Whether a number in Chinese characters counts at all: not 一个, not 万户 as a name. */
    private static boolean isCount(String text, int start, Numeral number, Units.Match unit, int end) {
        boolean ordinal = text.charAt(number.start()) == '二' && number.end() == number.start() + 1;
        if (number.value().signum() == 0 || (ordinal && unit.unit().kind() == Unit.Kind.COUNT)) {
            return false;
        }
        if (countsOff(unit.unit()) && !number.more()) {
            return false;
        }
        if (number.value().compareTo(BigDecimal.ONE) == 0) {
            return unit.unit().kind() == Unit.Kind.TIMES
                    && (!unit.unit().measure().equals("成") || tenths(text, unit.end(), end) > 0);
        }
        return isCounted(text, start, number);
    }

    /** Behind Chinese numerals: 三期工程, 十四次会议. */
    static boolean countsOff(Unit unit) {
        return COUNTED_OFF.indexOf(unit.measure()) >= 0;
    }

    /** 百, 千 and 万 without a digit before them count only where rounded: 近百, 上千, 百余. */
    private static boolean isCounted(String text, int start, Numeral number) {
        char first = text.charAt(number.start());
        if (first == '十' || ArabicNumerals.multiplier(first) == 0 || number.more()) {
            return true;
        }
        if (number.start() == start) {
            return false;
        }
        boolean bounded = text.startsWith("不足", number.start() - 2) || text.startsWith("不到", number.start() - 2);
        int tail = number.end();
        while (tail < text.length() && tail < number.end() + 4 && text.charAt(tail) != '以') {
            tail++;
        }
        boolean least = text.startsWith("以上", tail) && "在到".indexOf(text.charAt(number.start() - 1)) >= 0;
        return bounded || least || "近上逾超过约数达破".indexOf(text.charAt(number.start() - 1)) >= 0;
    }

    /** A technical name, a slogan or a serial number: 3+4, 35MPa, “5511”, 〔2023〕5. */
    private boolean isName(String text, int start, Numeral number, int end) {
        int at = number.end();
        char next = at < end ? text.charAt(at) : ' ';
        char before = number.start() > start ? text.charAt(number.start() - 1) : ' ';
        boolean letters = QuantityScanner.isLetter(next) && !units.standsAt(text, at, end);
        return letters
                || ("+:×".indexOf(next) >= 0 && at + 1 < end && ArabicNumerals.isDigit(text.charAt(at + 1)))
                || "[〔【《".indexOf(before) >= 0
                || ("“\"‘'".indexOf(before) >= 0 && isQuoted(text, at, end));
    }

    private static boolean isQuoted(String text, int at, int end) {
        for (int i = at; i < end && i < at + 10; i++) {
            if ("”\"’'".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static Quantity quantity(
            String text,
            int start,
            BigDecimal value,
            @Nullable BigDecimal high,
            String measure,
            Unit.Kind kind,
            boolean more,
            boolean about,
            boolean chinese,
            int at,
            int end) {
        Qualifier qualifier = more ? Qualifier.MORE : about ? Qualifier.ABOUT : Qualifier.EXACT;
        int last = at;
        if (tail(text, at, end, UP) > at) {
            last = tail(text, at, end, UP);
            qualifier = Qualifier.MORE;
        } else if (tail(text, at, end, DOWN) > at) {
            last = tail(text, at, end, DOWN);
            qualifier = Qualifier.LESS;
        } else if (tail(text, at, end, ROUGH) > at) {
            last = tail(text, at, end, ROUGH);
            qualifier = Qualifier.ABOUT;
        }
        return new Quantity(start, last, value, high, measure, kind, qualifier, false, chinese);
    }

    private static int tail(String text, int at, int end, String[]... words) {
        for (String[] list : words) {
            for (String word : list) {
                if (at + word.length() <= end && text.startsWith(word, at) && !isOwnWord(text, at, end, word)) {
                    return at + word.length();
                }
            }
        }
        return at;
    }

    /** 多 and 余 behind a unit that begin another word: 多种, 余额. */
    private static boolean isOwnWord(String text, int at, int end, String word) {
        return word.length() == 1
                && at + 1 < end
                && QuantityScanner.isChinese(text.charAt(at + 1))
                && "的,".indexOf(text.charAt(at + 1)) < 0;
    }
}
