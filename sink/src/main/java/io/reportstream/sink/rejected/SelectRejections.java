package io.reportstream.sink.rejected;

import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport.Origin;
import io.reportstream.contract.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rejections that a filter names, one by one or by cause, latest first. */
final class SelectRejections {
    private static final String WHERE = """
            where (?::bigint is null or id = ?::bigint)
                and (?::text is null or state = ?::text)
                and (?::text is null or reason = ?::text)
                and (?::text is null or stage = ?::text)
                and (?::text is null or source = ?::text)
                and (?::text is null or report_id = ?::text)
                and (?::text is null or fingerprint = ?::text)
                and (?::timestamptz is null or rejected_at >= ?::timestamptz)
            """;

    private static final String ROWS =
            "select * from rejection_state " + WHERE + "order by rejected_at desc, id desc limit ?";

    private static final String GROUPS =
            """
            select
                fingerprint, reason, stage,
                count(*) as count,
                count(*) filter (where state in ('OPEN', 'REPLAYED')) as open,
                min(rejected_at) as first,
                max(rejected_at) as last,
                (array_agg(id order by rejected_at desc, id desc))[1] as sample,
                (array_agg(detail order by rejected_at desc, id desc))[1] as detail
            from rejection_state
            """ + WHERE + "group by fingerprint, reason, stage order by open desc, last desc, fingerprint limit ?";

    private SelectRejections() {}

    static List<RejectionSummary> rows(Connection connection, RejectionFilter filter, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            bind(statement, filter, limit);
            List<RejectionSummary> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    static List<RejectionGroup> groups(Connection connection, RejectionFilter filter, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GROUPS)) {
            bind(statement, filter, limit);
            List<RejectionGroup> groups = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    groups.add(new RejectionGroup(
                            result.getString("fingerprint"),
                            Reason.valueOf(result.getString("reason")),
                            Stage.valueOf(result.getString("stage")),
                            result.getLong("count"),
                            result.getLong("open"),
                            result.getTimestamp("first").toInstant(),
                            result.getTimestamp("last").toInstant(),
                            result.getLong("sample"),
                            result.getString("detail")));
                }
            }
            return groups;
        }
    }

    private static void bind(PreparedStatement statement, RejectionFilter filter, int limit) throws SQLException {
        @Nullable
        Object[] values = {
            filter.id(),
            filter.state(),
            filter.reason(),
            filter.stage(),
            filter.source(),
            filter.reportId(),
            filter.fingerprint(),
            filter.since()
        };
        int index = 0;
        for (Object value : values) {
            String text = value == null ? null : value.toString();
            statement.setString(++index, text);
            statement.setString(++index, text);
        }
        statement.setInt(++index, limit);
    }

    private static RejectionSummary row(ResultSet result) throws SQLException {
        return new RejectionSummary(
                result.getLong("id"),
                RejectionState.valueOf(result.getString("state")),
                result.getString("report_id"),
                result.getObject("revision", Long.class),
                result.getString("source"),
                Reason.valueOf(result.getString("reason")),
                Stage.valueOf(result.getString("stage")),
                result.getString("message_zh"),
                result.getString("message_en"),
                result.getString("detail"),
                result.getObject("text_position", Integer.class),
                result.getInt("payload_bytes"),
                new Origin(
                        result.getString("origin_topic"),
                        result.getInt("origin_partition"),
                        result.getLong("origin_offset")),
                result.getString("fingerprint"),
                result.getInt("replays"),
                result.getTimestamp("rejected_at").toInstant(),
                instant(result.getTimestamp("replayed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
