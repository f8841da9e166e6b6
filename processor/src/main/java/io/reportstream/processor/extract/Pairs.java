package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import java.util.ArrayList;
import java.util.List;

/** Hands numbers in a row out to the things in a row before them: 申请753件、授权335件,同比增长22.64%、55.81%. */
final class Pairs {
    private static final String JOINS = "、和及与,;以";

    private Pairs() {}

    /** The readings, those in rows renamed. */
    static List<Reading> distribute(String text, List<Reading> readings) {
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

    /** Behind the last of the quantities of one measure that only commas part. */
    private static int endOfRow(String text, List<Reading> readings, int from) {
        int i = from + 1;
        while (i < readings.size()
                && readings.get(i).measure().equals(readings.get(from).measure())
                && readings.get(i).quantity().rank()
                        == readings.get(from).quantity().rank()
                && isJoin(
                        text,
                        readings.get(i - 1).quantity().end(),
                        readings.get(i).quantity().start())) {
            i++;
        }
        return i;
    }

    private static boolean isJoin(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (JOINS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from <= 2 && to > from;
    }

    private static void row(List<Reading> readings, int from, int to) {
        int size = to - from;
        Reading first = readings.get(from);
        List<String> names =
                first.left().object().isEmpty() ? List.of() : parts(first.left().object());
        if (names.size() == size) {
            for (int i = 0; i < size; i++) {
                readings.set(from + i, like(first, readings.get(from + i)).named(names.get(i)));
            }
            return;
        }
        boolean elided = first.left().object().isEmpty();
        int amounts = from;
        while (elided
                && amounts > 0
                && amounts > from - size
                && readings.get(amounts - 1).type() == MetricType.AMOUNT) {
            amounts--;
        }
        boolean paired = from - amounts == size && first.type() != MetricType.AMOUNT;
        for (int i = 0; i < size; i++) {
            Reading each = like(first, readings.get(from + i));
            readings.set(from + i, each.named(paired ? readings.get(amounts + i).indicator() : first.indicator()));
        }
    }

    /** {@code each} with the type and sign of the first of its row. */
    private static Reading like(Reading first, Reading each) {
        boolean fall = first.value().signum() < 0 && each.value().signum() > 0 && each.high() == null;
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
                each.certainty());
    }

    /** 第一、二、三产业增加值 → 第一产业增加值, 第二产业增加值, 第三产业增加值. */
    static List<String> parts(String object) {
        String[] split = object.split("[、和与]|以及|及", -1);
        List<String> parts = new ArrayList<>();
        String lastPart = split[split.length - 1];
        for (String part : split) {
            if (part.isEmpty()) {
                return List.of();
            }
            boolean cut = part.length() <= 3 && lastPart.length() >= part.length() + 3;
            parts.add(cut ? part + lastPart.substring(part.length()) : part);
        }
        if (split.length > 1 && split[0].startsWith("第") && split[0].length() == 2) {
            for (int i = 0; i < split.length; i++) {
                String ordinal = split[i].startsWith("第") ? split[i].substring(0, 2) : "第" + split[i].charAt(0);
                parts.set(i, ordinal + lastPart.substring(lastPart.startsWith("第") ? 2 : 1));
            }
        }
        return parts;
    }
}
