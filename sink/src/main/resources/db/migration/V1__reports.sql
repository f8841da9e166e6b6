-- Reports and what was found in them. All rows of one report are written and replaced together.
-- PostgreSQL text cannot hold U+0000, and UTF-8 cannot hold a surrogate without its partner: the sink stores
-- U+2400 and U+FFFD in their place, one code unit for one, so that every span still fits.

create table report (
    id text primary key constraint report_id_length check (char_length(id) between 1 and 200),
    revision bigint not null,
    source text not null,
    title text,
    url text,
    published_at timestamptz,
    received_at timestamptz not null,
    processed_at timestamptz not null,
    stored_at timestamptz not null default clock_timestamp(),
    attributes jsonb not null,
    text text not null,
    analyzer text not null,
    warnings jsonb not null,
    boilerplate jsonb not null,
    documents integer not null,
    sections integer not null,
    metrics integer not null
);
-- Texts are read whole; compressing them costs more time than it saves space.
alter table report alter column text set storage external;

comment on table report is 'one row per report: its latest revision, as submitted';
comment on column report.id is 'the submitter''s own id, or one derived from source and content';
comment on column report.revision is 'orders the submissions of one report; a row is only ever replaced by an equal or higher one. Microseconds since 1970 at acceptance unless the submitter states it';
comment on column report.source is 'the upstream system that submitted it';
comment on column report.title is 'title given by the submitter; null where none was. Titles found in the text are in document';
comment on column report.url is 'where the text was published, as given by the submitter';
comment on column report.published_at is 'when the text was published, as given by the submitter';
comment on column report.received_at is 'when the intake accepted this revision';
comment on column report.processed_at is 'when this revision was analysed';
comment on column report.stored_at is 'when this revision was written here';
comment on column report.attributes is 'object of strings, as given by the submitter';
comment on column report.text is 'the raw text as submitted, after character decoding, before any cleaning. Spans elsewhere are half-open, 0-based, in UTF-16 code units into it';
comment on column report.analyzer is 'version of the analyser that read it';
comment on column report.warnings is 'array of {start, end, code, detail}: what a reader should know about places in the text';
comment on column report.boilerplate is 'array of {start, end, kind}: spans of the text that belong to no document';
comment on column report.documents is 'number of rows in document';
comment on column report.sections is 'number of rows in section';
comment on column report.metrics is 'number of rows in metric';

create index report_by_source_and_time on report (source, received_at);
comment on index report_by_source_and_time is 'reports of a source in a time range; the ledger per source and day';

create table document (
    report_id text not null references report on delete cascade,
    document_no integer not null,
    title text,
    region text,
    year integer,
    genre text not null,
    span_start integer not null,
    span_end integer not null,
    primary key (report_id, document_no)
);
comment on table document is 'one row per document: a report can hold several, pasted together';
comment on column document.report_id is 'the report that holds it';
comment on column document.document_no is 'place within the report, from 0';
comment on column document.title is 'as printed, in clean simplified Chinese; null where none is printed';
comment on column document.region is 'most specific administrative unit whose work is reported; null where the text does not tell';
comment on column document.year is 'the year that the document covers; null where the text does not tell';
comment on column document.genre is 'INTERVIEW, SUMMARY (a look back, with or without plans), PLAN (mostly a look ahead) or OTHER';
comment on column document.span_start is 'first UTF-16 code unit in report.text';
comment on column document.span_end is 'UTF-16 code unit after the last in report.text';

create index document_by_region_and_year on document (region, year);
comment on index document_by_region_and_year is 'documents, and by report_id and document_no the metrics, of a region';

create table section (
    report_id text not null,
    document_no integer not null,
    section_no integer not null,
    label text not null,
    heading text,
    level integer not null,
    span_start integer not null,
    span_end integer not null,
    confidence double precision not null,
    excerpt text not null,
    primary key (report_id, document_no, section_no),
    foreign key (report_id, document_no) references document on delete cascade
);
comment on table section is 'one row per section: a contiguous stretch of a document with one label; together they cover everything but boilerplate';
comment on column section.report_id is 'the report that holds it';
comment on column section.document_no is 'the document that holds it';
comment on column section.section_no is 'place within the document in reading order, from 0';
comment on column section.label is 'ACHIEVEMENT (done and reached), PROBLEM (shortcomings), PLAN (what is to be done) or OTHER';
comment on column section.heading is 'the heading that governs it, in clean simplified Chinese; null where there is none';
comment on column section.level is 'depth of that heading, 1 is outermost; 0 where there is none';
comment on column section.span_start is 'first UTF-16 code unit in report.text';
comment on column section.span_end is 'UTF-16 code unit after the last in report.text';
comment on column section.confidence is 'chance that the label is right, 0 to 1';
comment on column section.excerpt is 'the beginning of the section in the raw text''s words, 200 UTF-16 code units at most';

create table metric (
    report_id text not null,
    document_no integer not null,
    metric_no integer not null,
    section_no integer not null,
    label text not null,
    indicator text,
    indicator_key text,
    type text not null,
    status text not null,
    value numeric not null,
    high numeric,
    measure text not null,
    qualifier text not null,
    period text,
    period_start date,
    period_end date,
    surface text not null,
    evidence text not null,
    span_start integer not null,
    span_end integer not null,
    confidence double precision not null,
    primary key (report_id, document_no, metric_no),
    foreign key (report_id, document_no) references document on delete cascade
);
comment on table metric is 'one row per quantity that a document states';
comment on column metric.report_id is 'the report that holds it';
comment on column metric.document_no is 'the document that holds it';
comment on column metric.metric_no is 'place within the document in reading order, from 0';
comment on column metric.section_no is 'the section that holds it';
comment on column metric.label is 'label of that section';
comment on column metric.indicator is 'what is counted, in the text''s words, clean simplified Chinese; null where the text does not tell';
comment on column metric.indicator_key is 'canonical name under which the same indicator meets across reports; null where there is none';
comment on column metric.type is 'AMOUNT (a level), CHANGE (growth or fall against something else; a fall is negative) or RANK (a place in an order)';
comment on column metric.status is 'ACTUAL (reached, exists, ongoing) or TARGET (aimed at)';
comment on column metric.value is 'in the plain unit of measure, 万 and 亿 worked out; the low end of a range';
comment on column metric.high is 'the high end of a range, else null';
comment on column metric.measure is 'unit without multiplier: 元, 家, %, 个百分点, 元/月; 位 for a rank; empty for a bare count';
comment on column metric.qualifier is 'how the printed number bounds the real one: EXACT, MORE, LESS, ABOUT or RANGE';
comment on column metric.period is 'the governing time expression in the text''s words; null where none governs';
comment on column metric.period_start is 'first day of the period; null where the text does not fix it';
comment on column metric.period_end is 'last day of the period, inclusive; null where the text does not fix it';
comment on column metric.surface is 'the exact slice of report.text';
comment on column metric.evidence is 'the sentence around the surface in the raw text''s words, cut to 80 UTF-16 code units on either side';
comment on column metric.span_start is 'first UTF-16 code unit of the surface in report.text';
comment on column metric.span_end is 'UTF-16 code unit after the surface in report.text';
comment on column metric.confidence is 'chance that the row is right, 0 to 1';

create index metric_by_indicator on metric (indicator_key) where indicator_key is not null;
comment on index metric_by_indicator is 'latest_metric and target_and_outcome of an indicator';
