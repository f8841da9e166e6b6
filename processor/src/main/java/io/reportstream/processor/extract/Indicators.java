package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the quantities of a sentence their indicators, types and signs; remembers what later clauses leave out. */
final class Indicators {
    private final Lexicons lexicons;
    private final LeftReader lefts;
    private final RightReader rights;
    private final Owner owners;

    /** The last amount told, in this sentence or one before it in the same part. */
    private @Nullable Reading last;

    Indicators(Lexicons lexicons) {
        this.lexicons = lexicons;
        lefts = new LeftReader(lexicons);
        rights = new RightReader(lexicons);
        owners = new Owner(lexicons);
    }

    /** Forgets what was told: another part begins. */
    void reset() {
        last = null;
    }

    /** One reading for each quantity of the sentence {@code [start, end)}. */
    List<Reading> read(String text, int start, int end, List<Quantity> quantities, List<TimeExpression> times) {
        List<Reading> readings = new ArrayList<>();
        int floor = start;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            Left left = lefts.read(text, floor, quantity.start(), times);
            List<Quantity> others = quantities.subList(i + 1, Math.min(quantities.size(), i + 4));
            Reading reading = read(text, end, quantity, left, others, i > 0 ? readings.get(i - 1) : null);
            readings.add(reading);
            if (reading.type() == MetricType.AMOUNT) {
                last = reading;
            }
            floor = quantity.end();
        }
        return Pairs.distribute(text, readings);
    }

    private Reading read(
            String text, int end, Quantity quantity, Left left, List<Quantity> others, @Nullable Reading before) {
        MetricType type = type(quantity, left);
        if (type == MetricType.RANK) {
            String name = owners.ranked(left.object(), last);
            return reading(quantity, left, type, name, left.object(), 0.85);
        }
        int clauseEnd = RightReader.clauseEnd(text, quantity.end(), end);
        boolean noun = quantity.kind() != Unit.Kind.POINTS
                && rights.opensNoun(text, quantity.end(), clauseEnd)
                && (quantity.kind() != Unit.Kind.PERCENT || text.charAt(quantity.end()) == '的');
        boolean modified = noun && text.charAt(quantity.end()) == '的';
        boolean stuff =
                !quantity.kind().equals(Unit.Kind.COUNT) && !quantity.kind().equals(Unit.Kind.PERSON);
        boolean behind = noun && (left.object().isEmpty() || left.listed() || modified || !stuff);
        if (behind) {
            boolean object = left.object().isEmpty()
                    && left.verbKind() != null
                    && !left.verbKind().pivot();
            String name = rights.read(text, quantity.end(), end, others, object);
            if (!name.isEmpty()) {
                String full =
                        object && left.verbKind() != null && left.verbKind().keep() ? left.verb() + name : name;
                return reading(quantity, left, type, full, name, 0.75);
            }
        }
        if (left.object().isEmpty() && left.verb().isEmpty() && before != null && last != null) {
            return reading(quantity, left, type, last.indicator(), last.owner(), 0.8);
        }
        String name = owners.fill(left, type, last);
        return reading(
                quantity,
                left,
                type,
                name,
                name == null ? "" : name,
                left.object().isEmpty() ? 0.6 : 0.9);
    }

    private MetricType type(Quantity quantity, Left left) {
        if (quantity.rank()) {
            return MetricType.RANK;
        }
        if (quantity.kind() == Unit.Kind.POINTS || quantity.measure().equals("番")) {
            return MetricType.CHANGE;
        }
        if (quantity.kind() == Unit.Kind.PERCENT && owners.isRateOfChange(left.object())) {
            return MetricType.CHANGE;
        }
        if (left.object().endsWith("增收")) {
            return MetricType.CHANGE;
        }
        return left.growth() != 0 && !left.level() ? MetricType.CHANGE : MetricType.AMOUNT;
    }

    private Reading reading(
            Quantity quantity, Left left, MetricType type, @Nullable String name, String owner, double certainty) {
        boolean fall = type == MetricType.CHANGE && left.growth() < 0;
        BigDecimal value = fall ? quantity.value().abs().negate() : quantity.value();
        BigDecimal high = quantity.high();
        if (fall && high != null) {
            value = high.negate();
            high = quantity.value().negate();
        }
        Qualifier head = left.qualifier();
        Qualifier qualifier = quantity.qualifier() == Qualifier.EXACT && head != null ? head : quantity.qualifier();
        String indicator = name == null || name.isEmpty() ? null : name;
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
                indicator == null ? 0.1 : certainty);
    }
}
