package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Hands numbers in a row out to the things in a row before them: 申请753件、授权335件,同比增长22.64%、55.81%. */
final class Pairs {
    private static final String JOINS = "、和及与,;以";

    /** No whole is looked for farther back. */
    private static final int REACH = 12;

    private final Owner owners;
    private final Listing listing;

    Pairs(Owner owners, Listing listing) {
        this.owners = owners;
        this.listing = listing;
    }

    /** The readings, those in rows renamed. */
    List<Reading> distribute(String text, List<Reading> readings) {
        List<Reading> out = new ArrayList<>(readings);
        int i = 0;
        while (i < out.size()) {
            int end = endOfRow(text, out, i);
            if (end - i >= 2) {
                row(out, i, end);
            }
            i = end;
        }
        return out;
    }

    /** Behind the last of the quantities that only commas part: of one measure, unless 分别 hands them out. */
    private static int endOfRow(String text, List<Reading> readings, int from) {
        Reading first = readings.get(from);
        int i = from + 1;
        while (i < readings.size()
                && (first.left().each() || readings.get(i).measure().equals(first.measure()))
                && !readings.get(i).own()
                && readings.get(i).quantity().rank() == first.quantity().rank()
                && (isJoin(
                                text,
                                readings.get(i - 1).quantity().end(),
                                readings.get(i).quantity().start())
                        || isOwnGrowth(text, first, readings.get(i - 1), readings.get(i)))) {
            i++;
        }
        return i;
    }

    /** 分别增长2.8%、增长6.0%和下降1.7%: each with its own word of growth. */
    private static boolean isOwnGrowth(String text, Reading first, Reading before, Reading each) {
        int from = before.quantity().end();
        return first.left().each()
                && each.type() == MetricType.CHANGE
                && each.left().growth() != 0
                && each.quantity().start() - from <= 4
                && JOINS.indexOf(text.charAt(from)) >= 0;
    }

    private static boolean isJoin(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (JOINS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from <= 2 && to > from;
    }

    private void row(List<Reading> readings, int from, int to) {
        int size = to - from;
        Reading first = readings.get(from);
        boolean rank = first.quantity().rank();
        String object =
                rank ? owners.unplaced(first.left().object()) : first.left().object();
        String whole = first.indicator() == null ? "" : first.indicator();
        List<String> names = object.isEmpty() ? List.of() : listing.parts(rank ? whole : object, size);
        if (names.isEmpty() && !first.left().subject().isEmpty() && !object.isEmpty()) {
            String does = first.left().verb() + object;
            names = listing.parts(withoutEach(first.left().subject()), size).stream()
                    .map(name -> name + does)
                    .toList();
        }
        int amounts = from;
        boolean goal = owners.isGoal(object) && names.isEmpty() && first.left().each();
        boolean open = object.isEmpty() || owners.isAttribute(object) || goal;
        while (open
                && amounts > 0
                && amounts > from - size
                && readings.get(amounts - 1).type() == MetricType.AMOUNT) {
            amounts--;
        }
        boolean paired = from - amounts == size
                && (object.isEmpty() ? first.type() != MetricType.AMOUNT : goal || owners.isLoneAttribute(object));
        boolean again = names.isEmpty() && !paired && !rank && repeats(readings, from, size, object);
        for (int i = 0; i < size; i++) {
            Reading each = like(first, readings.get(from + i));
            String name = first.indicator();
            if (names.size() == size) {
                name = owned(readings, from, names.get(i));
            } else if (again) {
                name = owners.name(String.valueOf(readings.get(from - size + i).indicator()), object);
            } else if (paired) {
                Reading told = readings.get(amounts + i);
                String attribute = goal ? first.left().verb() + object : object;
                name = object.isEmpty() ? told.indicator() : owners.name(told, attribute);
            }
            readings.set(from + i, each.named(name));
        }
    }

    /** Whether the row before names as many things that this one tells more of: 占规上工业比重分别达到23.5%、18.6%. */
    private boolean repeats(List<Reading> readings, int from, int size, String object) {
        boolean shares = object.startsWith("占") || owners.isLoneAttribute(object);
        if (!shares || from < size || !readings.get(from).left().each()) {
            return false;
        }
        Reading first = readings.get(from - size);
        for (int i = from - size + 1; i < from; i++) {
            Reading next = readings.get(i);
            if (next.own()
                    || !next.measure().equals(first.measure())
                    || Objects.equals(next.indicator(), first.indicator())) {
                return false;
            }
        }
        return first.left().each();
    }

    private static String withoutEach(String subject) {
        return subject.endsWith("分别") ? subject.substring(0, subject.length() - 2) : subject;
    }

    /** A lone attribute (总量和增速分别居全省第5位、第3位) with the whole that was told before it in the sentence. */
    private String owned(List<Reading> readings, int from, String name) {
        if (!owners.isLoneAttribute(name)) {
            return name;
        }
        for (int i = from - 1; i >= 0 && i > from - REACH; i--) {
            Reading told = readings.get(i);
            if (told.type() == MetricType.AMOUNT && !told.left().among() && told.own()) {
                return owners.name(told, name);
            }
        }
        return name;
    }

    /** {@code each} with the type and sign of the first of its row. */
    private static Reading like(Reading first, Reading each) {
        boolean fall = each.left().growth() == 0
                && first.value().signum() < 0
                && each.value().signum() > 0
                && each.high() == null;
        return new Reading(
                each.quantity(),
                fall ? each.value().negate() : each.value(),
                each.high(),
                each.measure(),
                each.indicator(),
                each.owner(),
                first.type(),
                each.qualifier(),
                each.left(),
                each.own(),
                each.certainty());
    }
}
