package io.reportstream.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.kafka.common.TopicPartition;

/** Moves partitions on for their present owner. Holds the rows until the transaction ends, so no claim can pass. */
final class AdvanceOffsets {
    private static final String LOCK = """
            select from sink_offset
            where (topic, partition, epoch)
                in (select * from unnest(?::text[], ?::integer[], ?::bigint[]))
            order by topic, partition
            for update
            """;

    private static final String SQL = """
            update sink_offset
            set next_offset = row.next_offset, updated_at = clock_timestamp()
            from unnest(?::text[], ?::integer[], ?::bigint[]) as row (topic, partition, next_offset)
            where sink_offset.topic = row.topic and sink_offset.partition = row.partition
            """;

    private AdvanceOffsets() {}

    /** @throws FencedException if a partition was claimed again since */
    static void run(Connection connection, Map<TopicPartition, Position> positions) throws SQLException {
        List<Entry<TopicPartition, Position>> rows = List.copyOf(positions.entrySet());
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            Columns.of(statement, rows)
                    .text(row -> row.getKey().topic())
                    .integer(row -> row.getKey().partition())
                    .bigint(row -> row.getValue().epoch());
            int owned = 0;
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    owned++;
                }
            }
            if (owned < rows.size()) {
                throw new FencedException("another consumer has taken over " + (rows.size() - owned) + " of "
                        + rows.size() + " partitions");
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(row -> row.getKey().topic())
                    .integer(row -> row.getKey().partition())
                    .bigint(row -> row.getValue().nextOffset());
            statement.executeUpdate();
        }
    }
}
