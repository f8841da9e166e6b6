-- What an analyst asks first.

create view metric_fact as
select
    m.indicator_key,
    m.indicator,
    d.region,
    coalesce(
        extract(year from m.period_end)::integer,
        case when m.status = 'TARGET' and d.genre <> 'PLAN' then d.year + 1 else d.year end
    ) as year,
    m.period_end is null as year_assumed,
    m.type,
    m.status,
    m.value,
    m.high,
    m.measure,
    m.qualifier,
    m.period,
    m.period_start,
    m.period_end,
    m.label,
    m.surface,
    m.evidence,
    m.confidence,
    d.title,
    d.genre,
    d.year as document_year,
    r.source,
    r.url,
    r.published_at,
    r.received_at,
    m.report_id,
    m.document_no,
    m.section_no,
    m.metric_no,
    m.span_start,
    m.span_end
from metric m
join document d using (report_id, document_no)
join report r on r.id = m.report_id;
comment on view metric_fact is 'every metric with its document and report beside it';
comment on column metric_fact.year is 'year that the metric is about: that of period_end; else the document''s year, for a target of a look back the year after it';
comment on column metric_fact.year_assumed is 'true where the text gives no dated period, so that year comes from the document';

create view latest_metric as
select distinct on (indicator_key, region, measure, type, status) *
from metric_fact
where indicator_key is not null
order by
    indicator_key, region, measure, type, status,
    year desc nulls last,
    period_end desc nulls last,
    published_at desc nulls last,
    received_at desc,
    confidence desc,
    report_id, document_no, metric_no;
comment on view latest_metric is 'per indicator_key, region, measure, type and status the metric of the latest year and period, with the sentence that states it';

create view target_and_outcome as
with latest as not materialized (
    select distinct on (region, indicator_key, type, measure, year, status) *
    from metric_fact
    where indicator_key is not null and year is not null
    order by
        region, indicator_key, type, measure, year, status,
        period_end desc nulls last,
        published_at desc nulls last,
        received_at desc,
        confidence desc,
        report_id, document_no, metric_no
)
select
    region,
    indicator_key,
    type,
    measure,
    year,
    target.value as target,
    target.high as target_high,
    target.qualifier as target_qualifier,
    outcome.value as outcome,
    outcome.high as outcome_high,
    outcome.qualifier as outcome_qualifier,
    outcome.value - target.value as difference,
    target.year_assumed as target_year_assumed,
    target.period as target_period,
    outcome.period as outcome_period,
    target.evidence as target_evidence,
    outcome.evidence as outcome_evidence,
    target.report_id as target_report_id,
    target.document_no as target_document_no,
    target.metric_no as target_metric_no,
    outcome.report_id as outcome_report_id,
    outcome.document_no as outcome_document_no,
    outcome.metric_no as outcome_metric_no
from (select * from latest where status = 'TARGET') target
left join (select * from latest where status = 'ACTUAL') outcome using (region, indicator_key, type, measure, year);
comment on view target_and_outcome is 'every target of a region, indicator and year with the latest outcome for the same, null where none is known';
comment on column target_and_outcome.difference is 'outcome minus target, in measure';
comment on column target_and_outcome.target_year_assumed is 'true where the target''s year comes from the document and not from a dated period';

create view document_summary as
select
    d.report_id,
    d.document_no,
    d.title,
    d.region,
    d.year,
    d.genre,
    s.achievement_sections,
    s.problem_sections,
    s.plan_sections,
    s.other_sections,
    m.metrics,
    m.targets,
    r.source,
    r.received_at
from document d
join report r on r.id = d.report_id
cross join lateral (
    select
        count(*) filter (where label = 'ACHIEVEMENT') as achievement_sections,
        count(*) filter (where label = 'PROBLEM') as problem_sections,
        count(*) filter (where label = 'PLAN') as plan_sections,
        count(*) filter (where label = 'OTHER') as other_sections
    from section
    where report_id = d.report_id and document_no = d.document_no
) s
cross join lateral (
    select count(*) as metrics, count(*) filter (where status = 'TARGET') as targets
    from metric
    where report_id = d.report_id and document_no = d.document_no
) m;
comment on view document_summary is 'one row per document: what it is, its sections per label, its metrics';

create view report_status as
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
    null::text as detail
from report
union all
select
    r.report_id, r.revision, 'REJECTED', r.rejected_at, null, null, null, r.reason, r.stage, r.detail
from rejection r
where not exists (
        -- replayed since, and stored
        select from report s
        where s.id = r.report_id and s.revision = r.revision and s.processed_at > r.rejected_at
    )
    and not exists (
        select from rejection later
        where later.report_id = r.report_id
            and later.revision is not distinct from r.revision
            and (later.rejected_at, later.id) > (r.rejected_at, r.id)
    );
comment on view report_status is 'what became of a submission (report_id, revision): REJECTED if a REJECTED row has exactly this revision; else STORED if the STORED row has this revision or a higher one; else still on its way';
