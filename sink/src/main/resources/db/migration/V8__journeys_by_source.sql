-- An id belongs to one source: what another one submits under it is rejected and is no news of the report. What became
-- of a submission is therefore told by source; and a journey tells each of its times, and why it ended.

create or replace view report_status as
select
    id as report_id,
    revision,
    'STORED' as state,
    stored_at as at,
    documents,
    sections,
    metrics,
    null::text as reason,
    null::text as stage,
    null::text as detail,
    source,
    received_at,
    processed_at,
    null::text as message_zh,
    null::text as message_en,
    null::integer as text_position
from report
union all
select
    r.report_id, r.revision, 'REJECTED', r.rejected_at, null, null, null, r.reason, r.stage, r.detail,
    r.source, null, null, r.message_zh, r.message_en, r.text_position
from rejection r
where not exists (
        -- replayed since, and stored
        select from report s
        where s.id = r.report_id
            and s.revision = r.revision
            and (r.source is null or s.source = r.source)
            and s.processed_at > r.rejected_at
    )
    and not exists (
        select from rejection later
        where later.report_id = r.report_id
            and later.revision is not distinct from r.revision
            and later.source is not distinct from r.source
            and (later.rejected_at, later.id) > (r.rejected_at, r.id)
    );
comment on view report_status is 'what became of a submission (report_id, revision, source): REJECTED if a REJECTED row has exactly this revision; else STORED if the STORED row has this revision or a higher one; else still on its way';

create or replace view rejection_state as
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
                and (r.source is null or s.source = r.source)
                and (s.revision > r.revision or s.revision = r.revision and s.processed_at > r.rejected_at)
        ) then 'RESOLVED'
        when exists (
            select from rejection later
            where later.report_id = r.report_id
                and later.revision is not distinct from r.revision
                and later.source is not distinct from r.source
                and (later.rejected_at, later.id) > (r.rejected_at, r.id)
        ) then 'REJECTED_AGAIN'
        when r.replayed_at is not null then 'REPLAYED'
        else 'OPEN'
    end as state
from rejection r;

create or replace view submission_outcome as
select
    s.topic_partition,
    s.topic_offset,
    s.report_id,
    s.revision,
    case when rejected.at is not null then 'REJECTED' when stored.at is not null then 'STORED' end as outcome,
    coalesce(rejected.at, stored.at) as at
from submission s
cross join lateral (
    -- Where offsets began anew with a new topic, older rejections have the same ones.
    select min(r.rejected_at) as at
    from rejection r
    where r.origin_topic = 'reports.raw'
        and r.origin_partition = s.topic_partition
        and r.origin_offset = s.topic_offset
        and r.rejected_at >= s.received_at - interval '1 hour'
) by_processor
cross join lateral (
    -- The sink knows the revision only; made good by a replay, it is a rejection of the first record alone.
    select min(r.rejected_at) as at
    from rejection r
    where r.origin_topic = 'reports.processed'
        and r.report_id = s.report_id
        and r.revision = s.revision
        and r.replays = s.replays
) by_sink
cross join lateral (select coalesce(by_processor.at, by_sink.at) as at) rejected
left join lateral (
    select p.stored_at as at
    from report p
    where p.id = s.report_id and p.revision >= s.revision and (s.source is null or p.source = s.source)
) stored on true;

create or replace view journey as
select
    s.report_id,
    s.revision,
    s.source,
    s.topic_partition,
    s.topic_offset,
    s.replays,
    s.received_at,
    coalesce(o.outcome, 'IN_FLIGHT') as state,
    case when o.outcome = 'STORED' then p.processed_at end as processed_at,
    case when o.outcome = 'STORED' then p.documents end as documents,
    case when o.outcome = 'STORED' then p.sections end as sections,
    case when o.outcome = 'STORED' then p.metrics end as metrics,
    case when o.outcome = 'STORED' then p.revision end as stored_revision,
    o.at,
    case when o.outcome = 'STORED' then p.stored_at end as stored_at,
    r.rejected_at,
    r.stage,
    r.reason,
    r.detail
from submission s
join submission_outcome o using (topic_partition, topic_offset)
left join report p on p.id = s.report_id
left join lateral (
    select rejected_at, stage, reason, detail
    from rejection
    where o.outcome = 'REJECTED'
        and rejected_at = o.at
        and (origin_topic = 'reports.raw'
                and origin_partition = s.topic_partition
                and origin_offset = s.topic_offset
            or origin_topic = 'reports.processed' and report_id = s.report_id and revision = s.revision)
    limit 1
) r on true;
comment on view journey is 'the way of each record of reports.raw: received, processed, and stored, or rejected where and why, with times';
