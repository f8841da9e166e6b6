-- A rejection is dealt with by sending its payload back to reports.raw, or by a later submission.

alter table rejection add column replayed_at timestamptz;
comment on column rejection.replayed_at is 'when its payload was last sent back to reports.raw; null if never';

create view rejection_state as
select
    r.id,
    r.report_id,
    r.revision,
    r.source,
    r.reason,
    r.stage,
    r.message_zh,
    r.message_en,
    r.detail,
    r.text_position,
    octet_length(r.payload) as payload_bytes,
    r.origin_topic,
    r.origin_partition,
    r.origin_offset,
    r.fingerprint,
    r.replays,
    r.rejected_at,
    r.replayed_at,
    case
        when exists (
            select from report s
            where s.id = r.report_id
                and (s.revision > r.revision or s.revision = r.revision and s.processed_at > r.rejected_at)
        ) then 'RESOLVED'
        when exists (
            select from rejection later
            where later.report_id = r.report_id
                and later.revision is not distinct from r.revision
                and (later.rejected_at, later.id) > (r.rejected_at, r.id)
        ) then 'REJECTED_AGAIN'
        when r.replayed_at is not null then 'REPLAYED'
        else 'OPEN'
    end as state
from rejection r;
comment on view rejection_state is 'every rejection but its payload, and how it stands: OPEN, REPLAYED (on its way again), REJECTED_AGAIN (a later rejection of the same revision exists) or RESOLVED (this revision or a higher one is stored)';
