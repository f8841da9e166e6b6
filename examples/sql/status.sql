-- What became of each submission.
select report_id, revision, state, at, reason, detail
from report_status
order by at desc
limit 100;
