package io.reportstream.producer.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.reportstream.service.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch: a receipt, or a problem.
 *
 * @param line counted from 1
 * @param status as a request with this line alone would have got
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineReceipt(
        long line,
        int status,
        @JsonUnwrapped @Nullable Receipt receipt,
        @Nullable Problem problem) {
    static LineReceipt accepted(long line, Receipt receipt) {
        return new LineReceipt(line, 202, receipt, null);
    }

    static LineReceipt refused(long line, Problem problem) {
        return new LineReceipt(line, problem.status(), null, problem);
    }
}
