package io.reportstream.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that could not be processed or stored; the value of {@link Topic#REJECTED}. It holds all that is needed to
 * understand and to replay it.
 *
 * @param id report id, or one derived from the payload where that could not be read
 * @param revision null where the payload could not be read
 * @param detail for people; nothing parses it
 * @param position offset of the cause in the text; null where there is none
 * @param payloadBase64 the bytes of the raw record's value, whole; empty only where even they do not fit into a message,
 *     which the door prevents: they stay at their origin
 * @param fingerprint the same for the same cause: a short hash of stage, reason and cause
 * @param replays how many times this report has been replayed from the rejections before
 */
public record RejectedReport(
        int schemaVersion,
        String id,
        @Nullable Long revision,
        @Nullable String source,
        Reason reason,
        Stage stage,
        String messageZh,
        String messageEn,
        String detail,
        @Nullable Integer position,
        String payloadBase64,
        Origin origin,
        String fingerprint,
        int replays,
        Instant rejectedAt) {
    public static final int SCHEMA_VERSION = 1;

    /** Header of a raw record that was replayed from the rejections: how many times, in decimal digits. */
    public static final String REPLAYS_HEADER = "reportstream-replays";

    /** Where the rejected record was read: in {@link Topic#RAW}, or in {@link Topic#PROCESSED} where the sink refused it. */
    public record Origin(String topic, int partition, long offset) {}
}
