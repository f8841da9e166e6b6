-- How far the sink has read each partition; written in the transaction that writes what was read.

create table sink_offset (
    topic text not null,
    partition integer not null,
    topic_id text not null,
    next_offset bigint not null,
    epoch bigint not null,
    claimed_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition)
);
comment on table sink_offset is 'one row per partition that the sink reads';
comment on column sink_offset.topic is 'name of the topic';
comment on column sink_offset.partition is 'number of the partition';
comment on column sink_offset.topic_id is 'Kafka''s id of the topic: a topic created anew has another, and is read from its beginning';
comment on column sink_offset.next_offset is 'offset of the first record that is not stored yet';
comment on column sink_offset.epoch is 'counts the consumers that this partition was assigned to; only the latest may write';
comment on column sink_offset.claimed_at is 'when the latest consumer took the partition over';
comment on column sink_offset.updated_at is 'when next_offset last moved';
