package io.reportstream.sink.consume;

import org.jspecify.annotations.Nullable;

/** A message lacks something or contradicts itself. The message names fields, never values. */
final class WrongShapeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String place;

    WrongShapeException(String place) {
        super(place, null, false, false);
        this.place = place;
    }

    @Override
    public String getMessage() {
        return place;
    }

    /** @param namesAndValues name, value, name, value … */
    static void requireAll(@Nullable Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                throw new WrongShapeException(namesAndValues[i] + " is missing");
            }
        }
    }
}
