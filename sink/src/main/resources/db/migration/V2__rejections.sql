-- What could not be processed or stored, whole, until somebody has dealt with it.

create table rejection (
    id bigint generated always as identity primary key,
    report_id text not null,
    revision bigint,
    source text,
    reason text not null,
    stage text not null,
    message_zh text not null,
    message_en text not null,
    detail text not null,
    text_position integer,
    payload bytea not null,
    origin_topic text not null,
    origin_partition integer not null,
    origin_offset bigint not null,
    fingerprint text not null,
    replays integer not null,
    rejected_at timestamptz not null,
    stored_at timestamptz not null default clock_timestamp(),
    constraint rejection_origin unique nulls not distinct (origin_topic, origin_partition, origin_offset, report_id, revision)
);
comment on table rejection is 'one row per record that could not be processed or stored';
comment on column rejection.id is 'number of the rejection, for people and commands';
comment on column rejection.report_id is 'the report''s id, or one derived from the payload where that could not be read; cut to 200 characters';
comment on column rejection.revision is 'revision of the report; null where the payload could not be read';
comment on column rejection.source is 'the upstream system; null where the payload could not be read; cut to 200 characters';
comment on column rejection.reason is 'stable reason code, such as NOT_JSON or NO_TEXT';
comment on column rejection.stage is 'where in the stream: DECODE, CLEAN, SPLIT, SEGMENT, CLASSIFY, EXTRACT, PUBLISH or STORE';
comment on column rejection.message_zh is 'the reason in Chinese';
comment on column rejection.message_en is 'the reason in English';
comment on column rejection.detail is 'more of the cause, for people; holds no text of the report; cut to 2000 characters';
comment on column rejection.text_position is 'offset of the cause in the text, in UTF-16 code units; null where there is none';
comment on column rejection.payload is 'the value of the origin record, whole: the raw report as accepted; what the sink itself could not read is held as it was read';
comment on column rejection.origin_topic is 'topic of the record that was rejected';
comment on column rejection.origin_partition is 'its partition';
comment on column rejection.origin_offset is 'its offset';
comment on column rejection.fingerprint is 'the same for the same cause';
comment on column rejection.replays is 'how many times this report had been replayed from the rejections before';
comment on column rejection.rejected_at is 'when the stage gave up on it';
comment on column rejection.stored_at is 'when this row was written';
comment on constraint rejection_origin on rejection is 'the same rejection is stored once, however often it is delivered. Id and revision are part of it because offsets begin anew when a topic is created anew';

create index rejection_by_report on rejection (report_id, revision);
comment on index rejection_by_report is 'report_status of one submission';
create index rejection_by_fingerprint on rejection (fingerprint, rejected_at);
comment on index rejection_by_fingerprint is 'rejections of one cause, latest first; counts per cause';
create index rejection_by_time on rejection (rejected_at);
comment on index rejection_by_time is 'the latest rejections; rejections of a day';
