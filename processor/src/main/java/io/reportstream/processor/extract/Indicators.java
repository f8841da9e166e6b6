package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the quantities of a sentence their indicators, types and signs; remembers what later clauses leave out. */
final class Indicators {
    /** What stands before a verb or a short noun belongs to the name up to this length. */
    private static final int LONGEST_FRONT = 14;

    private final LeftReader lefts;
    private final RightReader rights;
    private final Owner owners;
    private final Typing typing;
    private final Pairs pairs;

    /** What was told last, in this sentence or one before it in the same part. */
    private final Told told = new Told();

    Indicators(Lexicons lexicons) {
        lefts = new LeftReader(lexicons);
        rights = new RightReader(lexicons);
        owners = new Owner(lexicons);
        typing = new Typing(lexicons);
        pairs = new Pairs(owners, new Listing(lexicons));
    }

    /** Forgets what was told: another part begins. */
    void reset() {
        told.clear();
    }

    /** One reading for each quantity of the sentence {@code [start, end)}. */
    List<Reading> read(String text, int start, int end, List<Quantity> quantities, List<TimeExpression> times) {
        List<Reading> readings = new ArrayList<>();
        int floor = start;
        told.sentence();
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            if (i + 1 < quantities.size() && isModifier(text, quantity, quantities.get(i + 1))) {
                continue;
            }
            boolean countable = quantity.kind() == Unit.Kind.COUNT || quantity.kind() == Unit.Kind.PERSON;
            Left left = lefts.read(text, floor, quantity.start(), times, countable);
            if (i > 0
                    && left.from() == floor
                    && text.charAt(floor) == '的'
                    && (!left.object().isEmpty() || text.startsWith("的情况下", floor))) {
                left = withModifier(text, readings.get(readings.size() - 1), left);
            }
            List<Quantity> others = quantities.subList(i + 1, Math.min(quantities.size(), i + 4));
            told.before(text, start, left.from(), floor, lefts, times);
            Reading reading = read(
                    text, end, quantity, left, others, readings.isEmpty() ? null : readings.get(readings.size() - 1));
            readings.add(reading);
            boolean peers = i + 1 < quantities.size()
                    && quantities.get(i + 1).rank()
                    && reading.indicator() != null
                    && owners.isPeer(reading.indicator());
            if (!peers) {
                told.add(reading);
            }
            floor = quantity.end();
        }
        return pairs.distribute(text, readings);
    }

    /** 亿元以上项目60个, 56人以上大班额132个: the first number only says which things are counted. */
    private boolean isModifier(String text, Quantity quantity, Quantity next) {
        boolean bounded = text.startsWith("以上", quantity.end() - 2) || text.startsWith("以下", quantity.end() - 2);
        boolean counted = next.kind() == Unit.Kind.COUNT || next.kind() == Unit.Kind.PERSON;
        int gap = next.start() - quantity.end();
        return bounded && counted && gap >= 2 && gap <= 10 && rights.isNoun(text, quantity.end(), next.start());
    }

    /** 年利税超千万元的企业3至5户: the quantity before modifies the noun. */
    private static Left withModifier(String text, Reading before, Left left) {
        int from = before.left().objectFrom();
        int circumstance = text.startsWith("的情况下", left.from()) ? text.indexOf('在', from) : -1;
        if (circumstance > from && circumstance < left.from() && left.object().isEmpty()) {
            return left.withObject(Cut.withoutSpace(text.substring(from, circumstance)));
        }
        String object = text.substring(from, left.objectFrom()) + left.object();
        return object.length() > 24 || before.left().object().isEmpty()
                ? left
                : new Left(
                        object,
                        before.left().verb(),
                        before.left().verbKind(),
                        "",
                        left.growth(),
                        left.level(),
                        left.qualifier(),
                        left.among(),
                        left.each(),
                        left.listed(),
                        left.share(),
                        left.towards(),
                        left.from(),
                        from);
    }

    private Reading read(
            String text, int end, Quantity quantity, Left left, List<Quantity> others, @Nullable Reading before) {
        MetricType type = typing.type(quantity, left, before);
        if (type == MetricType.RANK) {
            boolean again = before != null && before.type() == MetricType.RANK && owners.isPeer(left.object());
            String name = again ? before.indicator() : owners.ranked(left.object(), told);
            return typing.reading(quantity, left, type, name, String.valueOf(name), left.says(), Confidence.RANKED);
        }
        String behind = behind(text, end, quantity, left, others, type, before);
        if (!behind.isEmpty()) {
            return typing.reading(quantity, left, type, behind, behind, true, Confidence.BEHIND);
        }
        Reading last = told.last();
        if (!left.says() && !told.state().isEmpty() && type == MetricType.CHANGE) {
            Left named = left.withObject(told.state());
            return typing.reading(quantity, named, type, told.state(), told.state(), true, Confidence.INHERITED);
        }
        if (!left.says() && last != null) {
            String name = owners.inherited(last, type, quantity);
            return typing.reading(quantity, left, type, name, last.owner(), false, Confidence.INHERITED);
        }
        String name = owners.fill(left, type, quantity, told);
        boolean acted = left.object().isEmpty()
                && left.subject().isEmpty()
                && !left.verb().isEmpty();
        Reading same = acted ? told.lastOf(quantity.measure()) : null;
        String noun = same == null ? owners.noun(told) : owners.noun(same);
        String owner = acted ? noun : name == null ? "" : name;
        double certainty = left.object().isEmpty() ? Confidence.ACTED : Confidence.BEFORE;
        return typing.reading(quantity, left, type, name, owner, left.says(), certainty);
    }

    /** The indicator where it stands behind the number; empty where it does not. */
    private String behind(
            String text,
            int end,
            Quantity quantity,
            Left left,
            List<Quantity> others,
            MetricType type,
            @Nullable Reading before) {
        int at = quantity.end();
        int clauseEnd = RightReader.clauseEnd(text, at, end);
        if (at >= clauseEnd || quantity.kind() == Unit.Kind.POINTS || left.growth() != 0) {
            return "";
        }
        boolean counted = quantity.kind() == Unit.Kind.COUNT || quantity.kind() == Unit.Kind.PERSON;
        boolean noun = rights.opensNoun(text, at, clauseEnd, others);
        boolean modifier = text.charAt(at) == '的';
        boolean bare = left.object().isEmpty();
        if (quantity.kind() == Unit.Kind.PERCENT) {
            noun = (modifier && bare && !left.share()) || (bare && left.among() && !left.says());
        } else if (bare && counted && !noun) {
            noun = rights.becomes(text, at, clauseEnd);
            if (!noun
                    && !left.says()
                    && (others.isEmpty() || others.get(0).start() >= clauseEnd)
                    && at + 2 < clauseEnd
                    && told.last() != null
                    && QuantityScanner.isChinese(text.charAt(at))) {
                String does = rights.read(text, at, end, others, false);
                return owners.noun(told) + (does.startsWith("已") ? does.substring(1) : does);
            }
        }
        if (noun && modifier && owners.isLoneAttribute(left.object())) {
            return rights.read(text, at, end, others, true) + left.object();
        }
        boolean fits = bare
                || left.listed()
                || (counted && !modifier)
                || (left.towards() && quantity.kind() == Unit.Kind.MONEY)
                || (modifier && quantity.kind() == Unit.Kind.MONEY && !owners.isAttribute(left.object()));
        if (!noun || !fits || type != MetricType.AMOUNT) {
            return "";
        }
        boolean object = left.towards()
                || (bare && left.verbKind() != null && !left.verbKind().pivot());
        String name = rights.read(text, at, end, others, object);
        boolean behindNumber = before != null && left.from() == before.quantity().end();
        if (!bare
                && name.length() <= 2
                && !owners.isVerb(left.object())
                && (!counted || !behindNumber)
                && (!counted || left.object().length() > 2)
                && (!counted || left.object().length() <= LONGEST_FRONT)) {
            return left.object() + name;
        }
        boolean placed = name.length() <= 2
                && left.subject().length() > 2
                && left.subject().length() <= LONGEST_FRONT;
        if (object && placed && counted) {
            return left.subject() + left.verb() + name;
        }
        boolean keep = object && left.verbKind() != null && left.verbKind().keep() && !name.isEmpty();
        return keep ? left.verb() + name : name;
    }
}
