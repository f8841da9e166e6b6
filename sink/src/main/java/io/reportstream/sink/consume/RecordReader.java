package io.reportstream.sink.consume;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.reportstream.contract.Json;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Topic;
import java.io.IOException;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records; what cannot be decoded becomes a rejection that holds its bytes. */
final class RecordReader {
    private final Refusals refusals;

    RecordReader(Refusals refusals) {
        this.refusals = refusals;
    }

    Task read(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topic.RAW.topicName())) {
            return new Task.NoteSubmission(record, SubmissionReader.read(record));
        }
        return record.topic().equals(Topic.REJECTED.topicName()) ? rejection(record) : processed(record);
    }

    /** A rejection as it was read, made of nothing but its bytes and place. */
    Task.StoreRejection unread(ConsumerRecord<String, byte[]> record, Reason reason, String cause) {
        return new Task.StoreRejection(record, refusals.unreadable(record, reason, cause));
    }

    private Task processed(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return new Task.DeleteReport(record);
        }
        try {
            ProcessedReport report = Json.MAPPER.readValue(record.value(), ProcessedReport.class);
            ProcessedShape.check(report, record.key());
            return new Task.StoreReport(record, report);
        } catch (JsonMappingException e) {
            return new Task.Refuse(record, refusals.unreadable(record, Reason.WRONG_SHAPE, Refusals.place(e)));
        } catch (IOException e) {
            // Jackson's own, or what its readers throw at bytes that look like UTF-32 and are not.
            return new Task.Refuse(record, refusals.unreadable(record, Reason.NOT_JSON, ""));
        } catch (WrongShapeException e) {
            return new Task.Refuse(record, refusals.unreadable(record, Reason.WRONG_SHAPE, e.getMessage()));
        }
    }

    /** A rejection that cannot be read is kept as its own rejection: publishing it again would bring it back for ever. */
    private Task rejection(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return unread(record, Reason.WRONG_SHAPE, "no value");
        }
        try {
            RejectedReport rejection = Json.MAPPER.readValue(record.value(), RejectedReport.class);
            check(rejection);
            return new Task.StoreRejection(record, rejection);
        } catch (JsonMappingException e) {
            return unread(record, Reason.WRONG_SHAPE, Refusals.place(e));
        } catch (IOException e) {
            return unread(record, Reason.NOT_JSON, "");
        } catch (WrongShapeException e) {
            return unread(record, Reason.WRONG_SHAPE, e.getMessage());
        }
    }

    private static void check(RejectedReport rejection) {
        WrongShapeException.requireAll(
                "id", rejection.id(),
                "reason", rejection.reason(),
                "stage", rejection.stage(),
                "messageZh", rejection.messageZh(),
                "messageEn", rejection.messageEn(),
                "detail", rejection.detail(),
                "payloadBase64", rejection.payloadBase64(),
                "origin", rejection.origin(),
                "fingerprint", rejection.fingerprint(),
                "rejectedAt", rejection.rejectedAt());
        WrongShapeException.requireAll("origin.topic", rejection.origin().topic());
        try {
            Base64.getDecoder().decode(rejection.payloadBase64());
        } catch (IllegalArgumentException e) {
            throw new WrongShapeException("payloadBase64 is not base64");
        }
    }
}
