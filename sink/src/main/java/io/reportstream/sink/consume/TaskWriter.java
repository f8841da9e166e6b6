package io.reportstream.sink.consume;

import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Reason;
import io.reportstream.sink.store.Batch;
import io.reportstream.sink.store.ReportStore;
import io.reportstream.sink.store.RowRefusedException;
import io.reportstream.sink.store.Written;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Writes tasks in their order; finds the one that the store refuses and rejects it alone. */
final class TaskWriter {
    private final ReportStore store;
    private final RejectedPublisher rejected;
    private final RecordReader reader;
    private final Refusals refusals;
    private final SinkMetrics metrics;

    TaskWriter(
            ReportStore store,
            RejectedPublisher rejected,
            RecordReader reader,
            Refusals refusals,
            SinkMetrics metrics) {
        this.store = store;
        this.rejected = rejected;
        this.reader = reader;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    /**
     * One transaction if all is well. When it returns, every task is stored or rejected.
     *
     * @throws io.reportstream.sink.store.FencedException see {@link ReportStore#write}
     * @throws io.reportstream.sink.store.StoreUnavailableException see {@link ReportStore#write}
     * @throws org.apache.kafka.common.KafkaException if a rejection was not acknowledged
     */
    void write(List<Task> tasks, Assignment assignment) {
        try {
            writeOnce(tasks, assignment);
        } catch (RowRefusedException e) {
            if (tasks.size() == 1) {
                writeOnce(List.of(instead(tasks.get(0), e)), assignment);
            } else {
                int half = tasks.size() / 2;
                write(tasks.subList(0, half), assignment);
                write(tasks.subList(half, tasks.size()), assignment);
            }
        }
    }

    private void writeOnce(List<Task> tasks, Assignment assignment) {
        Batch batch = new Batch();
        for (Task task : tasks) {
            if (task instanceof Task.StoreReport stored) {
                batch.add(stored.report());
            } else if (task instanceof Task.DeleteReport deleted) {
                batch.delete(deleted.record().key());
            } else if (task instanceof Task.StoreRejection stored) {
                batch.add(stored.rejection());
            } else if (task instanceof Task.NoteSubmission noted) {
                batch.add(noted.submission());
            } else if (task instanceof Task.Refuse refused) {
                // Acknowledged before the offset moves on. If that fails it is published again, and stored once.
                rejected.publish(refused.rejection());
                metrics.refused(refused.rejection().reason());
            }
            TopicPartition partition =
                    new TopicPartition(task.record().topic(), task.record().partition());
            batch.advance(partition, assignment.after(partition, task.record().offset()));
        }
        long begin = System.nanoTime();
        Written written = store.write(batch);
        metrics.written(batch, written, System.nanoTime() - begin);
    }

    /** What to do with a task that the store refuses by itself. */
    private Task instead(Task task, RowRefusedException refusal) {
        if (task instanceof Task.StoreReport stored) {
            ProcessedReport report = stored.report();
            return new Task.Refuse(stored.record(), refusals.rowRefused(stored.record(), report, refusal.getMessage()));
        }
        if (task instanceof Task.StoreRejection stored) {
            return reader.unread(stored.record(), Reason.ROW_REFUSED, refusal.getMessage());
        }
        throw refusal;
    }
}
