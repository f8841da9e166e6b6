package io.reportstream.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes what was accepted; of a topic created anew the offsets begin anew, and the new rows count. */
final class InsertSubmissions {
    private static final int LENGTH = 200;

    private static final String SQL = """
            insert into submission (
                topic_partition, topic_offset, report_id, revision, source, received_at, bytes, replays)
            select
                topic_partition, topic_offset, report_id, revision, source, received_at::timestamptz, bytes, replays
            from unnest(
                ?::integer[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::integer[], ?::integer[])
                as row (topic_partition, topic_offset, report_id, revision, source, received_at, bytes, replays)
            on conflict (topic_partition, topic_offset) do update set
                report_id = excluded.report_id,
                revision = excluded.revision,
                source = excluded.source,
                received_at = excluded.received_at,
                bytes = excluded.bytes,
                replays = excluded.replays,
                seen_at = excluded.seen_at
            """;

    private InsertSubmissions() {}

    static int run(Connection connection, List<Submission> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .integer(Submission::partition)
                    .bigint(Submission::offset)
                    .text(row -> StorableText.cut(row.reportId(), LENGTH))
                    .bigintOrNull(Submission::revision)
                    .text(row -> row.source() == null ? null : StorableText.cut(row.source(), LENGTH))
                    .text(Submission::receivedAt)
                    .integer(Submission::bytes)
                    .integer(Submission::replays);
            return statement.executeUpdate();
        }
    }
}
