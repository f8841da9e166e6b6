-- What was promised and what became of it. An outcome is null where no report states one yet.
select region, indicator_key, year, target, target_qualifier, outcome, measure, difference, target_evidence
from target_and_outcome
order by region, year, indicator_key;
