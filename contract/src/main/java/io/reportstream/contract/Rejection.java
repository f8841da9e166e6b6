package io.reportstream.contract;

import org.jspecify.annotations.Nullable;

/**
 * Why a stage could not go on with a report.
 *
 * @param cause the same for the same cause in every report, such as a field's name; empty where reason and stage say all
 * @param detail for people; nothing parses it, and it holds no text of the report
 * @param position offset of the cause in the payload, in UTF-16 code units of its text; null where there is none
 */
public record Rejection(
        Reason reason,
        Stage stage,
        String cause,
        String detail,
        @Nullable Integer position) {
    public static Rejection of(Reason reason, String detail) {
        return new Rejection(reason, reason.stage(), "", detail, null);
    }
}
