package io.reportstream.sink.rejected;

import io.reportstream.contract.Reason;
import io.reportstream.contract.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rejections are meant; null does not narrow.
 *
 * @param id number of a single rejection
 * @param since rejected then or later
 */
public record RejectionFilter(
        @Nullable Long id,
        @Nullable RejectionState state,
        @Nullable Reason reason,
        @Nullable Stage stage,
        @Nullable String source,
        @Nullable String reportId,
        @Nullable String fingerprint,
        @Nullable Instant since) {
    public static final RejectionFilter ALL = new RejectionFilter(null, null, null, null, null, null, null, null);

    public static RejectionFilter ofId(long id) {
        return new RejectionFilter(id, null, null, null, null, null, null, null);
    }
}
