package io.reportstream.sink.rejected;

import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport.Origin;
import io.reportstream.contract.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rejection without its payload; the fields mean what the columns of table {@code rejection} mean. */
public record RejectionSummary(
        long id,
        RejectionState state,
        String reportId,
        @Nullable Long revision,
        @Nullable String source,
        Reason reason,
        Stage stage,
        String messageZh,
        String messageEn,
        String detail,
        @Nullable Integer position,
        int payloadBytes,
        Origin origin,
        String fingerprint,
        int replays,
        Instant rejectedAt,
        @Nullable Instant replayedAt) {}
