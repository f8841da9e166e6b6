package io.reportstream.producer.status;

import io.reportstream.contract.Topic;
import io.reportstream.producer.status.Journey.Accepted;
import io.reportstream.producer.status.Journey.Processed;
import io.reportstream.producer.status.Journey.Rejected;
import io.reportstream.producer.status.Journey.Stored;
import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One submission, or the latest of a report, with its times and places. */
final class SelectJourney {
    /** A rejection of exactly the revision asked for is told before a later revision that is stored. */
    private static final String SQL = """
            with asked (id, revision, source) as (values (?::text, ?::bigint, ?::text)),
            settled as (
                select s.*
                  from asked
                  join report_status s on s.report_id = asked.id
                 where s.revision is not null
                   and (asked.source is null or s.source is null or s.source = asked.source)
                   and (asked.revision is null
                        or s.state = 'REJECTED' and s.revision = asked.revision
                        or s.state = 'STORED' and s.revision >= asked.revision)
                 order by case when asked.revision is null then s.revision end desc,
                          case when asked.revision is not null then s.state end,
                          s.at desc
                 limit 1)
            select asked.id, coalesce(asked.revision, settled.revision) as revision, settled.revision as settled_revision,
                   settled.state, settled.at, settled.documents, settled.sections, settled.metrics,
                   settled.reason, settled.stage, settled.detail, settled.message_en, settled.message_zh,
                   settled.text_position, settled.processed_at,
                   coalesce(accepted.source, settled.source) as source,
                   coalesce(accepted.received_at,
                            case when settled.revision = coalesce(asked.revision, settled.revision)
                                 then settled.received_at end) as received_at,
                   accepted.topic_partition, accepted.topic_offset, accepted.replays
              from asked
              left join settled on true
              left join lateral (
                    select s.*
                      from submission s
                     where s.report_id = asked.id
                       and s.revision = coalesce(asked.revision, settled.revision)
                       and (asked.source is null or s.source is null or s.source = asked.source)
                     order by s.received_at desc, s.topic_offset desc
                     limit 1) accepted on true
            """;

    private SelectJourney() {}

    static Optional<ReportStatus> run(Connection connection, Asked asked, int seconds) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setString(1, asked.id());
            query.setObject(2, asked.revision(), Types.BIGINT);
            query.setString(3, asked.source());
            query.setQueryTimeout(seconds);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                boolean unknown = asked.revision() == null && row.getString("state") == null;
                return unknown ? Optional.empty() : Optional.of(status(row));
            }
        }
    }

    private static ReportStatus status(ResultSet row) throws SQLException {
        String settled = row.getString("state");
        State state = settled == null ? State.PENDING : State.valueOf(settled);
        return new ReportStatus(
                row.getString("id"),
                row.getLong("revision"),
                state,
                instant(row, "at"),
                row.getObject("documents", Integer.class),
                row.getObject("sections", Integer.class),
                row.getObject("metrics", Integer.class),
                row.getString("reason"),
                row.getString("stage"),
                row.getString("detail"),
                journey(row, state));
    }

    private static Journey journey(ResultSet row, State state) throws SQLException {
        return new Journey(
                row.getString("source"),
                accepted(row),
                state == State.STORED ? processed(row) : null,
                state == State.STORED ? new Stored(time(row, "at"), row.getLong("settled_revision")) : null,
                state == State.REJECTED ? rejected(row) : null);
    }

    private static @Nullable Accepted accepted(ResultSet row) throws SQLException {
        Instant at = instant(row, "received_at");
        if (at == null) {
            return null;
        }
        Integer partition = row.getObject("topic_partition", Integer.class);
        return new Accepted(
                at,
                partition == null ? null : Topic.RAW.topicName(),
                partition,
                row.getObject("topic_offset", Long.class),
                row.getObject("replays", Integer.class));
    }

    private static Processed processed(ResultSet row) throws SQLException {
        return new Processed(
                time(row, "processed_at"),
                row.getLong("settled_revision"),
                row.getInt("documents"),
                row.getInt("sections"),
                row.getInt("metrics"));
    }

    private static Rejected rejected(ResultSet row) throws SQLException {
        return new Rejected(
                time(row, "at"),
                row.getString("stage"),
                row.getString("reason"),
                row.getString("message_en"),
                row.getString("message_zh"),
                row.getString("detail"),
                row.getObject("text_position", Integer.class));
    }

    /** Of a column that is never null. */
    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : time(row, column);
    }
}
