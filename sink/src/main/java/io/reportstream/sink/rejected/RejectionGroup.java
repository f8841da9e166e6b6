package io.reportstream.sink.rejected;

import io.reportstream.contract.Reason;
import io.reportstream.contract.Stage;
import java.time.Instant;

/**
 * Rejections of one cause.
 *
 * @param open how many of {@code count} nothing was done about, or nothing came of
 * @param sample number of the latest of them
 * @param detail that of the sample
 */
public record RejectionGroup(
        String fingerprint,
        Reason reason,
        Stage stage,
        long count,
        long open,
        Instant first,
        Instant last,
        long sample,
        String detail) {}
