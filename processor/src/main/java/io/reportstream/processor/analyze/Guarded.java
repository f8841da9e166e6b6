package io.reportstream.processor.analyze;

import io.reportstream.contract.Outcome;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a stage so that its crash on a text is a value. A stack overflow is the text's doing and leaves the thread sound;
 * running out of memory is not (the heap is everybody's), so it passes through. Exception messages may quote the report
 * and are neither logged nor handed on.
 */
public final class Guarded {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private Guarded() {}

    public static <T> Outcome<T> stage(Stage stage, Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            log(stage, e);
            String cause = cause(e);
            return new Outcome.Rejected<>(new Rejection(Reason.ANALYSIS_FAILED, stage, cause, cause, null));
        }
    }

    /**
     * Runs {@code work} for each document; where it crashes the result is empty. When that leaves none, the crash is
     * thrown: then nothing of the report could be read.
     */
    static <T> List<Optional<T>> documents(Stage stage, int count, IntFunction<Optional<T>> work) {
        List<Optional<T>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                results.add(work.apply(i));
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                if (i == count - 1 && results.stream().allMatch(Optional::isEmpty)) {
                    throw e;
                }
                log(stage, e);
                results.add(Optional.empty());
            }
        }
        return results;
    }

    /** The class of {@code e} and the first of our own methods on its stack. */
    private static String cause(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("io.reportstream.")) {
                String type =
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                return e.getClass().getSimpleName() + " in " + type + "." + frame.getMethodName();
            }
        }
        return e.getClass().getSimpleName();
    }

    private static void log(Stage stage, Throwable e) {
        StringBuilder frames = new StringBuilder();
        StackTraceElement[] stack = e.getStackTrace();
        for (int i = 0; i < Math.min(stack.length, 20); i++) {
            frames.append("\n\tat ").append(stack[i]);
        }
        LOG.error("stage {} failed on a text: {}{}", stage, e.getClass().getName(), frames);
    }
}
