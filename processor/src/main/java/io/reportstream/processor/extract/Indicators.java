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
        if (start == 0 || text.charAt(start - 1) != ';') {
            told.sentence();
        }
        Left placed = null;
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
            boolean among = !others.isEmpty() && isAmong(text, quantity, others.get(0));
            if (quantity.rank() && placed != null && owners.isPeer(left.object())) {
                left = left.withObject(placed.object());
            }
            placed = among ? left : null;
            left = among ? left.nameless() : left;
            if (!readings.isEmpty() && isListed(text, readings.get(readings.size() - 1), quantity)) {
                left = left.listed(readings.get(readings.size() - 1).left());
            } else if (isAct(text, end, quantity, left, others)) {
                left = left.acting();
            }
            told.before(text, start, left.from(), floor, lefts, times);
            Reading reading = read(
                    text, end, quantity, left, others, readings.isEmpty() ? null : readings.get(readings.size() - 1));
            readings.add(reading);
            boolean peers = i + 1 < quantities.size()
                    && quantities.get(i + 1).rank()
                    && reading.indicator() != null
                    && owners.isPeer(reading.indicator());
            if (!peers && !among) {
                told.add(reading);
            }
            floor = quantity.end();
        }
        return pairs.distribute(text, readings);
    }

    /** 亿元以上项目60个, 56人以上大班额132个: the first number only says which things are counted. */
    private boolean isModifier(String text, Quantity quantity, Quantity next) {
        boolean bounded = text.startsWith("以上", quantity.end() - 2) || text.startsWith("以下", quantity.end() - 2);
        boolean above = text.startsWith("超", quantity.start() - 1) || text.startsWith("超过", quantity.start() - 2);
        boolean counted = next.kind() == Unit.Kind.COUNT || next.kind() == Unit.Kind.PERSON;
        int from = quantity.end() + (bounded && text.startsWith("的", quantity.end()) ? 1 : 0);
        int gap = next.start() - from;
        return (bounded || above) && counted && gap >= 2 && gap <= 10 && rights.isNoun(text, from, next.start());
    }

    /** 5个养殖场、10万亩基地, 34个行业中19个: the noun before the second number belongs to the first. */
    private static boolean isListed(String text, Reading before, Quantity quantity) {
        int from = before.quantity().end();
        return before.certainty() == Confidence.BEHIND
                && before.left().object().isEmpty()
                && quantity.start() - from >= 3
                && "、和及与中里".indexOf(text.charAt(quantity.start() - 1)) >= 0
                && LeftReader.clauseStart(text, quantity.start(), from) == from;
    }

    /** 启动2.5万亩基地建设, 完工137个: nothing but a verb before the number, its noun behind it or told before. */
    private boolean isAct(String text, int end, Quantity quantity, Left left, List<Quantity> others) {
        int clauseEnd = RightReader.clauseEnd(text, quantity.end(), end);
        boolean verb = left.verb().isEmpty()
                && left.growth() == 0
                && Dictionary.isVerb(left.object())
                && !owners.isAttribute(left.object());
        boolean noun = verb && rights.opensNoun(text, quantity.end(), clauseEnd, others);
        return verb
                && (noun
                        ? quantity.kind() == Unit.Kind.PHYSICAL
                        : quantity.kind() == Unit.Kind.COUNT && told.lastOf(quantity.measure()) != null);
    }

    /** 在全省9个市州中居第7位: the number of those that the place is held among. */
    private static boolean isAmong(String text, Quantity quantity, Quantity next) {
        boolean counted = quantity.kind() == Unit.Kind.COUNT || quantity.kind() == Unit.Kind.PERSON;
        return counted
                && next.rank()
                && !quantity.rank()
                && LeftReader.clauseStart(text, next.start(), quantity.end()) == quantity.end()
                && text.substring(quantity.end(), next.start()).indexOf('、') < 0;
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
        if (!left.says() && left.level() && left.growth() == 0 && owners.isAttribute(told.subject())) {
            left = left.withObject(told.subject());
        }
        MetricType type = typing.type(quantity, left, before);
        if (type == MetricType.RANK) {
            boolean again = before != null && before.type() == MetricType.RANK && owners.isPeer(left.object());
            String name = again ? before.indicator() : owners.ranked(left.object(), told);
            return typing.reading(quantity, left, type, name, String.valueOf(name), left.says(), Confidence.RANKED);
        }
        String behind = behind(text, end, quantity, left, others, type, before);
        if (!behind.isEmpty()) {
            String noun = left.says() ? "" : owners.noun(told);
            String owner = !noun.isEmpty() && behind.startsWith(noun) ? noun : behind;
            return typing.reading(quantity, left, type, behind, owner, true, Confidence.BEHIND);
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

    /** (34个行业中)19个实现增长: what is counted stands before, what it does behind. */
    private boolean isPart(String text, Quantity quantity, Left left, int clauseEnd) {
        return !left.says()
                && told.last() != null
                && "中里".indexOf(text.charAt(quantity.start() - 1)) >= 0
                && rights.endOfVerb(text, quantity.end(), clauseEnd) > quantity.end();
    }

    /** 投资460万元铺筑县城至白岩油路: what the money went into; empty where no verb tells it. */
    private String spent(String text, int at, int clauseEnd, Left left, List<Quantity> others) {
        int limit =
                others.isEmpty() ? clauseEnd : Math.min(clauseEnd, others.get(0).start());
        int act = rights.endOfVerb(text, at, limit);
        if (act == at) {
            return "";
        }
        String noun = rights.read(text, act, limit, List.of(), false);
        return noun.length() < 2 ? "" : noun + (left.object().isEmpty() ? left.verb() : left.object());
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
        if (quantity.kind() == Unit.Kind.MONEY && owners.isSpending(left)) {
            String spent = spent(text, at, clauseEnd, left, others);
            if (!spent.isEmpty()) {
                return spent;
            }
        }
        if (left.level() && StatusRule.isGoal(text, at, clauseEnd)) {
            return "";
        }
        boolean counted = quantity.kind() == Unit.Kind.COUNT || quantity.kind() == Unit.Kind.PERSON;
        boolean noun = rights.opensNoun(text, at, clauseEnd, others) && !isPart(text, quantity, left, clauseEnd);
        boolean modifier = text.charAt(at) == '的';
        boolean bare = left.object().isEmpty();
        if (quantity.kind() == Unit.Kind.PERCENT) {
            noun = (modifier && bare && !left.share()) || (bare && left.among() && !left.says());
        } else if (bare && counted && !noun) {
            noun = rights.becomes(text, at, clauseEnd);
            if (!noun
                    && !left.says()
                    && (others.isEmpty() || others.get(0).start() >= clauseEnd)
                    && at + 2 <= clauseEnd
                    && told.last() != null
                    && QuantityScanner.isChinese(text.charAt(at))) {
                String does = rights.read(text, at, end, others, false);
                return rights.noun(owners.noun(told)) + (does.startsWith("已") ? does.substring(1) : does);
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
        boolean behindNumber =
                before != null && left.from() == before.quantity().end();
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
