package io.reportstream.processor.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a time expression stands for.
 *
 * @param start first day; null where the text does not fix it
 * @param end last day, inclusive; null where the text does not fix it
 */
record Period(@Nullable LocalDate start, @Nullable LocalDate end) {
    static final Period UNKNOWN = new Period(null, null);

    static Period year(int year) {
        return months(year, 1, 12);
    }

    static Period months(int year, int first, int last) {
        LocalDate end = LocalDate.of(year, last, 1);
        return new Period(LocalDate.of(year, first, 1), end.withDayOfMonth(end.lengthOfMonth()));
    }

    /** Its last day alone. */
    Period close() {
        return new Period(end, end);
    }

    /** Up to its end, from nobody says when. */
    Period until() {
        return new Period(null, end);
    }

    /** From its start, to nobody says when. */
    Period since() {
        return new Period(start, null);
    }
}
