package io.reportstream.contract;

import java.util.function.Function;

/** What a stage hands on: the report so far, or why it stopped here. */
public sealed interface Outcome<T> {
    record Accepted<T>(T value) implements Outcome<T> {}

    record Rejected<T>(Rejection rejection) implements Outcome<T> {}

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> rejected(Reason reason, String detail) {
        return new Rejected<>(Rejection.of(reason, detail));
    }

    /** Runs {@code stage} on an accepted value; a rejection passes through untouched. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> stage) {
        if (this instanceof Accepted<T> accepted) {
            return stage.apply(accepted.value());
        }
        return new Rejected<>(((Rejected<T>) this).rejection());
    }
}
