package io.reportstream.sink.store;

import io.reportstream.contract.RejectedReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;

/** Writes rejections that are not there yet. Those of the sink itself do not know of replays: it counts for them. */
final class InsertRejections {
    private static final int ID_LENGTH = 200;
    private static final int DETAIL_LENGTH = 2000;

    private static final String SQL = """
            insert into rejection (
                report_id, revision, source, reason, stage, message_zh, message_en, detail, text_position, payload,
                origin_topic, origin_partition, origin_offset, fingerprint, replays, rejected_at)
            select
                report_id, revision, source, reason, stage, message_zh, message_en, detail, text_position, payload,
                origin_topic, origin_partition, origin_offset, fingerprint,
                greatest(replays, coalesce((
                    select max(before.replays) + 1 from rejection before
                    where before.report_id = row.report_id
                        and before.revision is not distinct from row.revision
                        and before.replayed_at is not null), 0)),
                rejected_at::timestamptz
            from unnest(
                ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[],
                ?::bytea[], ?::text[], ?::integer[], ?::bigint[], ?::text[], ?::integer[], ?::text[])
                as row (
                    report_id, revision, source, reason, stage, message_zh, message_en, detail, text_position, payload,
                    origin_topic, origin_partition, origin_offset, fingerprint, replays, rejected_at)
            on conflict on constraint rejection_origin do nothing
            """;

    private InsertRejections() {}

    static int run(Connection connection, List<RejectedReport> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Columns.of(statement, rows)
                    .text(row -> StorableText.cut(row.id(), ID_LENGTH))
                    .bigintOrNull(RejectedReport::revision)
                    .text(row -> row.source() == null ? null : StorableText.cut(row.source(), ID_LENGTH))
                    .text(RejectedReport::reason)
                    .text(RejectedReport::stage)
                    .text(RejectedReport::messageZh)
                    .text(RejectedReport::messageEn)
                    .text(row -> StorableText.cut(row.detail(), DETAIL_LENGTH))
                    .integerOrNull(RejectedReport::position)
                    .bytes(row -> Base64.getDecoder().decode(row.payloadBase64()))
                    .text(row -> row.origin().topic())
                    .integer(row -> row.origin().partition())
                    .bigint(row -> row.origin().offset())
                    .text(row -> StorableText.cut(row.fingerprint(), ID_LENGTH))
                    .integer(RejectedReport::replays)
                    .text(RejectedReport::rejectedAt);
            return statement.executeUpdate();
        }
    }
}
