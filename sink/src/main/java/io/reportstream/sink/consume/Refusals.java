package io.reportstream.sink.consume;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.reportstream.contract.Fingerprint;
import io.reportstream.contract.Json;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Stage;
import java.time.Clock;
import java.util.Base64;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Writes the rejections of the sink itself. */
final class Refusals {
    private static final byte[] NOTHING = {};

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** The report's rows were refused; the payload is the raw report, so that it can be replayed. */
    RejectedReport rowRefused(ConsumerRecord<String, byte[]> record, ProcessedReport report, String cause) {
        RawReport raw = new RawReport(
                RawReport.SCHEMA_VERSION,
                report.id(),
                report.revision(),
                report.source(),
                report.title(),
                report.text(),
                report.url(),
                report.publishedAt(),
                report.attributes(),
                report.receivedAt());
        return rejection(
                record, report.id(), report.revision(), report.source(), Reason.ROW_REFUSED, cause, Json.bytes(raw));
    }

    /** The value cannot be read; the payload is the value as it is. */
    RejectedReport unreadable(ConsumerRecord<String, byte[]> record, Reason reason, String cause) {
        String id = record.key() == null || record.key().isEmpty()
                ? record.topic() + "/" + record.partition() + "/" + record.offset()
                : record.key();
        return rejection(record, id, null, null, reason, cause, record.value() == null ? NOTHING : record.value());
    }

    /** Where in the value Jackson gave up: field names, no values. */
    static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private RejectedReport rejection(
            ConsumerRecord<String, byte[]> record,
            String id,
            @Nullable Long revision,
            @Nullable String source,
            Reason reason,
            String cause,
            byte[] payload) {
        return new RejectedReport(
                RejectedReport.SCHEMA_VERSION,
                id,
                revision,
                source,
                reason,
                Stage.STORE,
                reason.chinese(),
                reason.english(),
                cause,
                null,
                Base64.getEncoder().encodeToString(payload),
                new RejectedReport.Origin(record.topic(), record.partition(), record.offset()),
                Fingerprint.of(Stage.STORE, reason, cause),
                // The store counts on from the rejection that was replayed.
                0,
                clock.instant());
    }
}
