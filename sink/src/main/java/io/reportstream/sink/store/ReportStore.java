package io.reportstream.sink.store;

import io.reportstream.service.Health;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Keeps the latest revision of every report, every rejection, and how far each partition has been read. */
public interface ReportStore {
    /**
     * Takes partitions over from whoever read them: whatever an earlier claim still tries to write is refused from now
     * on.
     *
     * @param partitions with the id of their topic: a topic created anew has another id and is read from offset 0
     * @return where to read on, and the epoch to write with
     * @throws StoreUnavailableException if the store cannot be reached or cannot work now
     */
    Map<TopicPartition, Position> claim(Map<TopicPartition, Uuid> partitions);

    /**
     * Writes a batch and the positions after it, all or nothing. An older revision never replaces a newer one, an equal
     * or newer one replaces all rows of its predecessor, a rejection that is there already is not written again.
     *
     * @throws FencedException if one of the partitions was claimed by another since
     * @throws RowRefusedException if the store refuses the data of the batch; nothing of it is written
     * @throws StoreUnavailableException if the store cannot be reached or cannot work now; the batch may be written
     *     nevertheless, which {@link #claim} tells
     */
    Written write(Batch batch);

    /** Whether the store answers, and why not. */
    Health check();
}
