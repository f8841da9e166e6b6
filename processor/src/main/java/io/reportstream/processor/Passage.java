package io.reportstream.processor;

import io.reportstream.contract.Outcome;
import io.reportstream.contract.Outcome.Accepted;
import io.reportstream.contract.Outcome.Rejected;
import io.reportstream.contract.Rejection;
import io.reportstream.processor.decode.Identity;
import java.util.function.Function;

/** A raw record on its way through the stages, and how far it got. */
record Passage<T>(Arrival arrival, Identity identity, Outcome<T> outcome) {
    <R> Passage<R> then(Function<? super T, Outcome<R>> stage) {
        return new Passage<>(arrival, identity, outcome.then(stage));
    }

    boolean isAccepted() {
        return outcome instanceof Accepted;
    }

    /** @throws ClassCastException if the record was rejected */
    T accepted() {
        return ((Accepted<T>) outcome).value();
    }

    /** @throws ClassCastException if the record was accepted */
    Rejection rejection() {
        return ((Rejected<T>) outcome).rejection();
    }
}
