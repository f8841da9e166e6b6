package io.reportstream.producer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one submission.
 *
 * @param revision the one asked for, or the latest known
 * @param at when it was stored or rejected
 * @param reason a {@link io.reportstream.contract.Reason}, if rejected
 * @param stage a {@link io.reportstream.contract.Stage}, if rejected
 * @param journey where it has been; null where nobody asked for it
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
        @Nullable String detail,
        @JsonUnwrapped @Nullable Journey journey) {
    public enum State {
        /** Neither of the others yet. */
        PENDING,
        /** This revision, or a later one, is in the store. */
        STORED,
        REJECTED
    }

    /** One submission: what a receipt names. */
    public record Submitted(String id, long revision, String source) {}

    /**
     * Which status is asked for.
     *
     * @param revision null for the latest that is stored or rejected
     * @param source null for any
     */
    public record Asked(
            String id, @Nullable Long revision, @Nullable String source) {}
}
