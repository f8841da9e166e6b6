package io.reportstream.producer.submission;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reportstream.service.Problem;
import io.reportstream.service.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Problems {
    private Problems() {}

    /** The problem that {@code call} ends with. */
    static Problem of(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        if (thrown == null) {
            throw new AssertionError("no problem was told");
        }
        return thrown.problem();
    }
}
