-- One indicator in all regions, the highest first.
select region, value, measure, year, report_id
from latest_metric
where indicator_key = '高新技术企业' and type = 'AMOUNT' and status = 'ACTUAL'
order by value desc, region;
