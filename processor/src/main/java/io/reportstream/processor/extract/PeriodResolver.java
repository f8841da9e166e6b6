package io.reportstream.processor.extract;

import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expression that governs a quantity: in its own sentence, else told before in the same part, else in the
 * headings and openings of the parts around it.
 */
final class PeriodResolver {
    private final String text;
    private final List<Outline.Part> parts;
    /** What governs each part from its heading or opening, by index of the part. */
    private final @Nullable TimeExpression[] opening;

    private final boolean[] opened;
    private int part = -1;
    private @Nullable TimeExpression carried;

    PeriodResolver(String text, Outline outline) {
        this.text = text;
        parts = outline.parts();
        opening = new TimeExpression[parts.size()];
        opened = new boolean[parts.size()];
    }

    /** Takes note of a sentence; call it for each one in order, before asking for its quantities. */
    void enter(Outline.Sentence sentence, List<TimeExpression> times) {
        if (sentence.part() != part) {
            part = sentence.part();
            carried = null;
        }
        TimeExpression leading = leading(times);
        for (int i = sentence.part(); i >= 0; i = parts.get(i).parent()) {
            if (!opened[i]) {
                if (leading != null) {
                    opening[i] = leading;
                }
                opened[i] = leading != null || !sentence.heading();
            } else {
                break;
            }
        }
    }

    /** Takes note that the sentence is over. */
    void leave(Outline.Sentence sentence, List<TimeExpression> times) {
        for (TimeExpression time : times) {
            boolean leads = time.start() - sentence.span().start() <= 4;
            if (time.kind() == TimeExpression.Kind.SPAN && (leads || isFree(time))) {
                carried = time;
            }
        }
    }

    private @Nullable TimeExpression leading(List<TimeExpression> times) {
        for (TimeExpression time : times) {
            if (time.kind() == TimeExpression.Kind.SPAN && isFree(time)) {
                return time;
            }
        }
        return null;
    }

    /** Not what something is compared with, nor part of a name. */
    private boolean isFree(TimeExpression time) {
        char before = time.start() > 0 ? text.charAt(time.start() - 1) : ' ';
        return "比较同与《按是".indexOf(before) < 0;
    }

    /** The period of the quantity at {@code at}. */
    @Nullable
    TimeExpression of(int at, List<TimeExpression> times) {
        List<TimeExpression> before = new ArrayList<>();
        for (TimeExpression time : times) {
            if (time.end() <= at && time.kind() != TimeExpression.Kind.BASE && isFree(time)) {
                before.add(time);
            }
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            TimeExpression time = before.get(i);
            boolean same = (time.kind() != TimeExpression.Kind.RATE && time.kind() != TimeExpression.Kind.DAY)
                    || LeftReader.clauseStart(text, at, 0) <= time.start();
            if (same) {
                return time;
            }
        }
        if (carried != null) {
            return carried;
        }
        for (int i = part; i >= 0; i = parts.get(i).parent()) {
            TimeExpression time = opening[i];
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
