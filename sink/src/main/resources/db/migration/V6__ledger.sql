-- What was accepted, so that it can be told at any time that nothing is missing.

create table submission (
    topic_partition integer not null,
    topic_offset bigint not null,
    report_id text not null,
    revision bigint,
    source text,
    received_at timestamptz not null,
    bytes integer not null,
    replays integer not null,
    seen_at timestamptz not null default clock_timestamp(),
    outcome text,
    settled_at timestamptz,
    primary key (topic_partition, topic_offset)
);
comment on table submission is 'one row per record of reports.raw: what was accepted, without its text';
comment on column submission.topic_partition is 'partition of reports.raw';
comment on column submission.topic_offset is 'offset in that partition';
comment on column submission.report_id is 'the report''s id; the record''s key where the value cannot be read; cut to 200 characters';
comment on column submission.revision is 'revision of the report; null where the value cannot be read';
comment on column submission.source is 'the upstream system; null where the value cannot be read; cut to 200 characters';
comment on column submission.received_at is 'when the intake accepted it; the record''s time where the value cannot be read';
comment on column submission.bytes is 'size of the record''s value';
comment on column submission.replays is 'how many times it had been replayed from the rejections before';
comment on column submission.seen_at is 'when the sink read it';
comment on column submission.outcome is 'STORED or REJECTED, as submission_outcome says once it is known, some seconds later; null while it is in flight';
comment on column submission.settled_at is 'when the report was stored or rejected; null while it is in flight';

create index submission_by_report on submission (report_id, revision);
comment on index submission_by_report is 'the journey of one report; what became of a submission';
create index submission_by_time on submission (received_at, source);
comment on index submission_by_time is 'ledger of recent days';
create index submission_in_flight on submission (received_at) where outcome is null;
comment on index submission_in_flight is 'what is in flight, the oldest first';

create index rejection_by_origin on rejection (origin_topic, origin_partition, origin_offset);
comment on index rejection_by_origin is 'what became of a submission';

create view submission_outcome as
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
    select p.stored_at as at from report p where p.id = s.report_id and p.revision >= s.revision
) stored on true;
comment on view submission_outcome is 'what became of each record of reports.raw: REJECTED, STORED (this revision or a higher one is), or null while it is in flight';

create view ledger as
select
    source,
    (received_at at time zone 'UTC')::date as day,
    count(*) as accepted,
    count(*) filter (where outcome = 'STORED') as stored,
    count(*) filter (where outcome = 'REJECTED') as rejected,
    count(*) filter (where outcome is null) as in_flight,
    count(*) filter (where replays > 0) as replayed,
    min(received_at) filter (where outcome is null) as oldest_in_flight
from submission
group by source, (received_at at time zone 'UTC')::date;
comment on view ledger is 'per source and day (UTC) of acceptance: accepted = stored + rejected + in flight, in records of reports.raw. Replayed: how many of the accepted came back from the rejections';

create view journey as
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
    o.at
from submission s
join submission_outcome o using (topic_partition, topic_offset)
left join report p on p.id = s.report_id;
comment on view journey is 'the way of each record of reports.raw: received, processed, and stored or rejected at';
