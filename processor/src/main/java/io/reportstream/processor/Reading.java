package io.reportstream.processor;

import io.reportstream.contract.Outcome;
import io.reportstream.contract.RawReport;
import java.util.function.Function;

/**
 * What was read of a report so far.
 *
 * @param standing of the report once this submission is processed
 * @param repeat whether its content was processed before
 */
record Reading<T>(RawReport report, Standing standing, boolean repeat, T value) {
    <R> Outcome<Reading<R>> next(Function<? super T, Outcome<R>> stage) {
        return stage.apply(value).then(result -> Outcome.accepted(new Reading<>(report, standing, repeat, result)));
    }
}
