package io.reportstream.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Takes partitions over: counts their epoch up and says where to read on. */
final class ClaimPartitions {
    private static final String SQL = """
            insert into sink_offset (topic, partition, topic_id, next_offset, epoch)
            select topic, partition, topic_id, 0, 1
            from unnest(?::text[], ?::integer[], ?::text[]) as row (topic, partition, topic_id)
            on conflict (topic, partition) do update set
                next_offset =
                    case when sink_offset.topic_id = excluded.topic_id then sink_offset.next_offset else 0 end,
                topic_id = excluded.topic_id,
                epoch = sink_offset.epoch + 1,
                claimed_at = clock_timestamp()
            returning topic, partition, epoch, next_offset
            """;

    /** One order for all that lock these rows, so that two of them cannot wait for each other. */
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private ClaimPartitions() {}

    static Map<TopicPartition, Position> run(Connection connection, Map<TopicPartition, Uuid> partitions)
            throws SQLException {
        List<TopicPartition> rows = partitions.keySet().stream().sorted(ORDER).toList();
        Map<TopicPartition, Position> claimed = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(TopicPartition::topic)
                    .integer(TopicPartition::partition)
                    .text(partitions::get);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    claimed.put(
                            new TopicPartition(result.getString("topic"), result.getInt("partition")),
                            new Position(result.getLong("epoch"), result.getLong("next_offset")));
                }
            }
        }
        return claimed;
    }
}
