package io.reportstream.producer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a submission has been, and when; null for where it has not been, as far as the store knows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Journey(
        @Nullable String source,
        @Nullable Accepted accepted,
        @Nullable Processed processed,
        @Nullable Stored stored,
        @Nullable Rejected rejected) {
    /**
     * By the intake, and where it was put; the place is known once the sink has seen it there.
     *
     * @param replays how many times it had been replayed from the rejections before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Accepted(
            Instant at,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable Integer replays) {}

    /**
     * By the processor.
     *
     * @param revision that was found in it; higher than the one asked for where a later one has replaced that
     */
    public record Processed(Instant at, long revision, int documents, int sections, int metrics) {}

    /** In the database. */
    public record Stored(Instant at, long revision) {}

    /**
     * By the processor or the sink.
     *
     * @param position of the cause in the text, in UTF-16 code units
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejected(
            Instant at,
            String stage,
            String reason,
            String message,
            String messageZh,
            @Nullable String detail,
            @Nullable Integer position) {}
}
