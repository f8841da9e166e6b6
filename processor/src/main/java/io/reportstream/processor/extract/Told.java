package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a text has told so far and later clauses leave out. */
final class Told {
    private static final int LONGEST_SUBJECT = 24;

    private @Nullable Reading last;
    private @Nullable Reading whole;
    private @Nullable Reading thing;
    /** By measure, what the sentence told last. */
    private final Map<String, Reading> byMeasure = new HashMap<>();

    private String subject = "";
    private String state = "";
    private boolean fresh;

    void clear() {
        last = null;
        whole = null;
        thing = null;
        subject = "";
        state = "";
    }

    /** What the clause before says to be steady or to rise, without a number (居民消费价格同比持平); else empty. */
    String state() {
        return state;
    }

    /** The last quantity with an indicator of its own. */
    @Nullable
    Reading last() {
        return last;
    }

    /** Another sentence begins. */
    void sentence() {
        byMeasure.clear();
    }

    /** What was told last, or else last in this sentence, with {@code measure}; null for nothing. */
    @Nullable
    Reading lastOf(String measure) {
        return last != null && last.measure().equals(measure) ? last : byMeasure.get(measure);
    }

    /** The last one that counts no persons, where there is one. */
    @Nullable
    Reading thing() {
        return thing == null ? last : thing;
    }

    /** The last one that is no part of another (其中). */
    @Nullable
    Reading whole() {
        return whole;
    }

    /** What the clause before is about, where it holds no quantity; else empty. */
    String subject() {
        return subject;
    }

    void add(Reading reading) {
        boolean named = reading.type() == MetricType.AMOUNT || reading.left().says();
        boolean rank = reading.type() == MetricType.RANK && (subject.isEmpty() || !subject.equals(reading.indicator()));
        boolean pull = reading.indicator() != null && reading.indicator().startsWith("拉动");
        if (!named || rank || pull || reading.indicator() == null) {
            return;
        }
        last = reading;
        byMeasure.put(reading.measure(), reading);
        if (reading.quantity().kind() != Unit.Kind.PERSON || reading.left().among()) {
            thing = reading;
        }
        if (!reading.left().among()) {
            whole = reading;
        }
    }

    /** Whether nothing was told in the sentence so far. */
    boolean isFresh() {
        return fresh;
    }

    /** Looks at the clause before the one at {@code from}, if the sentence has one without a quantity. */
    void before(String text, int start, int from, int floor, LeftReader lefts, List<TimeExpression> times) {
        subject = "";
        state = "";
        fresh = floor == start;
        if (from - 1 > floor && from - 1 > start && text.charAt(from - 1) == ',' && text.charAt(floor) != '的') {
            String object = lefts.subject(text, floor, from - 1, times);
            state = lefts.state(text, floor, from - 1, times);
            subject = object.length() > LONGEST_SUBJECT ? "" : object;
        }
    }
}
