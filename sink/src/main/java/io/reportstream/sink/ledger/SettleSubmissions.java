package io.reportstream.sink.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Writes down what has become of submissions that were in flight. */
final class SettleSubmissions {
    private static final String SQL = """
            with known as (
                update submission s
                set outcome = o.outcome, settled_at = o.at
                from submission_outcome o
                where s.outcome is null
                    and o.topic_partition = s.topic_partition
                    and o.topic_offset = s.topic_offset
                    and o.outcome is not null
                returning s.outcome
            )
            select outcome, count(*) from known group by outcome
            """;

    private SettleSubmissions() {}

    /** How many were settled, by outcome. */
    static Map<String, Long> run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet result = statement.executeQuery()) {
            Map<String, Long> settled = new HashMap<>();
            while (result.next()) {
                settled.put(result.getString(1), result.getLong(2));
            }
            return settled;
        }
    }
}
