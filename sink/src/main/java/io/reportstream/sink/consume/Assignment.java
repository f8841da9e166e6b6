package io.reportstream.sink.consume;

import io.reportstream.sink.store.Position;
import io.reportstream.sink.store.ReportStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions of one consumer. A partition rests until it is claimed in the store, which says where to read on; the
 * broker's committed offsets play no part.
 */
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<String, byte[]> consumer;
    private final ReportStore store;
    private final Function<Set<String>, Map<String, Uuid>> topicIds;
    private final Map<TopicPartition, Position> claimed = new HashMap<>();
    private final Set<TopicPartition> resting = new HashSet<>();

    Assignment(
            Consumer<String, byte[]> consumer, ReportStore store, Function<Set<String>, Map<String, Uuid>> topicIds) {
        this.consumer = consumer;
        this.store = store;
        this.topicIds = topicIds;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // A position, however wrong, keeps the consumer from asking the broker for a committed one.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        resting.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(claimed::remove);
        resting.removeAll(partitions);
    }

    boolean rests() {
        return !resting.isEmpty();
    }

    int size() {
        return claimed.size() + resting.size();
    }

    /** Claims what rests and reads on from where the store says. */
    void claim() {
        Map<String, Uuid> ids =
                topicIds.apply(resting.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        Map<TopicPartition, Position> positions = store.claim(resting.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> ids.get(partition.topic()))));
        positions.forEach((partition, position) -> {
            consumer.seek(partition, position.nextOffset());
            claimed.put(partition, position);
        });
        consumer.resume(positions.keySet());
        resting.removeAll(positions.keySet());
        LOG.info("reads {}", positions);
    }

    /** Forgets every claim: what was read and not stored will be read again. */
    void rest() {
        resting.addAll(claimed.keySet());
        claimed.clear();
        consumer.pause(resting);
    }

    /** The position behind {@code offset}, to be written by the present owner. */
    Position after(TopicPartition partition, long offset) {
        Position position = claimed.get(partition);
        if (position == null) {
            throw new IllegalStateException(partition + " was read without a claim");
        }
        return position.at(offset + 1);
    }

    /**
     * Records are gone that were not stored, or the topic is shorter than it was: reads it from its beginning, which
     * stores nothing twice.
     */
    void restart(OffsetOutOfRangeException e) {
        e.offsetOutOfRangePartitions().forEach((partition, offset) -> {
            if (offset > 0) {
                LOG.error("{} has no offset {} any more; reading it from its beginning", partition, offset);
            }
        });
        consumer.seekToBeginning(e.offsetOutOfRangePartitions().keySet());
    }
}
