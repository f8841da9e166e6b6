package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Level, change or rank; the sign of a change, and the words that bound a number. */
final class Typing {
    private static final String[] RATES = {"增速", "增幅", "涨幅", "降幅", "增长率", "增产幅度", "增长速度", "增量", "增收", "增产", "跌幅", "升幅"};

    /** What is longer is no name. */
    private static final int LONGEST = 60;

    private final Lexicons lexicons;

    Typing(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    MetricType type(Quantity quantity, Left left, @Nullable Reading before) {
        if (quantity.rank()) {
            return MetricType.RANK;
        }
        if (quantity.kind() == Unit.Kind.POINTS || quantity.measure().equals("番")) {
            return MetricType.CHANGE;
        }
        if (isRateOfChange(left.object())) {
            return MetricType.CHANGE;
        }
        boolean goesOn = left.level()
                && !left.says()
                && quantity.kind() == Unit.Kind.PERCENT
                && before != null
                && before.type() == MetricType.CHANGE
                && before.measure().equals(quantity.measure());
        if (goesOn) {
            return MetricType.CHANGE;
        }
        return left.growth() != 0 && !left.level() ? MetricType.CHANGE : MetricType.AMOUNT;
    }

    private static boolean isRateOfChange(String object) {
        if (object.endsWith("自然增长率")) {
            return false;
        }
        for (String rate : RATES) {
            if (object.endsWith(rate)) {
                return true;
            }
        }
        return false;
    }

    Reading reading(
            Quantity quantity,
            Left left,
            MetricType type,
            @Nullable String name,
            String owner,
            boolean own,
            double certainty) {
        boolean drop = left.growth() == 0
                && quantity.kind() == Unit.Kind.PERCENT
                && (left.object().endsWith("降幅") || left.object().endsWith("跌幅"));
        boolean fall = type == MetricType.CHANGE && (left.growth() < 0 || drop);
        BigDecimal value = fall ? quantity.value().abs().negate() : quantity.value();
        BigDecimal high = quantity.high();
        if (fall && high != null) {
            value = high.negate();
            high = quantity.value().negate();
        }
        Qualifier head = left.qualifier();
        Qualifier qualifier = quantity.qualifier() == Qualifier.EXACT && head != null ? head : quantity.qualifier();
        String indicator = name == null || name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST));
        boolean money = quantity.measure().isEmpty()
                && indicator != null
                && quantity.value().compareTo(BigDecimal.valueOf(10_000)) >= 0
                && lexicons.money.before(indicator, indicator.length(), 0) != null;
        return new Reading(
                quantity,
                value,
                high,
                money ? "元" : quantity.measure(),
                indicator,
                owner,
                type,
                qualifier,
                left,
                own,
                certainty);
    }
}
