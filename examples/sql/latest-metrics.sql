-- What is known now of a region: per indicator the metric of the latest year and period, with the sentence that states it.
select indicator, value, measure, year, period, evidence
from latest_metric
where region = '临沂市' and type = 'AMOUNT' and status = 'ACTUAL'
order by indicator, measure;
