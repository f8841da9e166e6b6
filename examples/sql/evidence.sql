-- Every metric shown in its report: the span is counted in UTF-16 code units, so the excerpt comes with the row.
select r.id, d.title, m.surface, m.evidence, m.span_start, m.span_end
from metric m
join document d using (report_id, document_no)
join report r on r.id = m.report_id
order by r.id, m.document_no, m.metric_no;
