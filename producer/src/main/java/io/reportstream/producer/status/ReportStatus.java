package io.reportstream.producer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one submission.
 *
 * @param revision the one asked for, or the latest known
 * @param at when it was stored or rejected
 * @param reason a {@link io.reportstream.contract.Reason}, if rejected
 * @param stage a {@link io.reportstream.contract.Stage}, if rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportStatus(
        String id,
        long revision,
        State state,
        @Nullable Instant at,
        @Nullable Integer documents,
        @Nullable Integer sections,
        @Nullable Integer metrics,
        @Nullable String reason,
        @Nullable String stage,
        @Nullable String detail) {
    public enum State {
        /** Neither of the others yet. */
        PENDING,
        /** This revision, or a later one, is in the store. */
        STORED,
        REJECTED
    }

    static ReportStatus pending(Submitted submitted) {
        return new ReportStatus(
                submitted.id(), submitted.revision(), State.PENDING, null, null, null, null, null, null, null);
    }

    /** One submission: what a receipt names. */
    public record Submitted(String id, long revision) {}
}
