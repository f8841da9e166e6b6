package io.reportstream.sink.consume;

import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.RejectedReport;
import io.reportstream.sink.store.Submission;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one record asks the sink to do. */
sealed interface Task {
    ConsumerRecord<String, byte[]> record();

    /** Write a report with all that was found in it. */
    record StoreReport(ConsumerRecord<String, byte[]> record, ProcessedReport report) implements Task {}

    /** Remove a report: its tombstone was read. */
    record DeleteReport(ConsumerRecord<String, byte[]> record) implements Task {}

    /** Write a rejection. */
    record StoreRejection(ConsumerRecord<String, byte[]> record, RejectedReport rejection) implements Task {}

    /** Publish that a processed record cannot be read. */
    record Refuse(ConsumerRecord<String, byte[]> record, RejectedReport rejection) implements Task {}

    /** Note in the ledger that a report was accepted. */
    record NoteSubmission(ConsumerRecord<String, byte[]> record, Submission submission) implements Task {}
}
