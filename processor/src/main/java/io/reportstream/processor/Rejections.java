package io.reportstream.processor;

import io.reportstream.contract.Fingerprint;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.ReportId;
import io.reportstream.processor.decode.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What {@code reports.rejected} says of a record that could not be processed. */
final class Rejections {
    /** The largest payload whose base64 fits into a message, with room for the other fields. */
    static final int MAX_PAYLOAD_BYTES = (Packer.MAX_VALUE_BYTES - 64 * 1024) / 4 * 3;

    private Rejections() {}

    static RejectedReport of(Arrival arrival, Identity identity, Rejection rejection, Instant now) {
        byte[] payload = arrival.value() == null ? new byte[0] : arrival.value();
        boolean fits = payload.length <= MAX_PAYLOAD_BYTES;
        return new RejectedReport(
                RejectedReport.SCHEMA_VERSION,
                id(arrival.key(), identity, payload),
                identity.revision(),
                identity.source(),
                rejection.reason(),
                rejection.stage(),
                rejection.reason().chinese(),
                rejection.reason().english(),
                fits ? rejection.detail() : rejection.detail() + "; the payload stays at its origin",
                rejection.position(),
                fits ? Base64.getEncoder().encodeToString(payload) : "",
                arrival.origin(),
                Fingerprint.of(rejection.stage(), rejection.reason(), rejection.cause()),
                arrival.replays(),
                now);
    }

    private static String id(byte @Nullable [] key, Identity identity, byte[] payload) {
        if (identity.id() != null) {
            return identity.id();
        }
        if (key != null) {
            String text = new String(key, StandardCharsets.UTF_8);
            if (ReportId.isValid(text)) {
                return text;
            }
        }
        return "unreadable-" + Hash.of(payload);
    }
}
