package io.reportstream.sink.store;

import static io.reportstream.sink.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private final TestDatabase database = TestDatabase.migrated();

    @BeforeEach
    void storeTwoYears() {
        ReportStore store = new PostgresReportStore(database.pool());
        TopicPartition partition = new TopicPartition("reports.processed", 0);
        Batch batch = new Batch();
        batch.add(report("of-2023", 1));
        batch.add(report("of-2024", 1));
        batch.advance(
                partition, store.claim(Map.of(partition, Uuid.randomUuid())).get(partition));
        store.write(batch);
        database.execute("update document set year = 2024 where report_id = 'of-2024'");
        database.execute("update metric set value = 1990 where report_id = 'of-2024' and status = 'ACTUAL'");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void latestMetricIsThatOfTheLatestYear() {
        List<Map<String, Object>> rows = database.query(
                "select region, value, year, period, evidence from latest_metric where indicator_key = '高新技术企业' and status = 'ACTUAL'");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("region", "临沂市")
                .containsEntry("value", BigDecimal.valueOf(1990))
                .containsEntry("year", 2024)
                .containsEntry("period", "今年")
                .containsEntry("evidence", "今年新增高新技术企业1918家。");
    }

    @Test
    void aDatedPeriodGivesTheYear() {
        database.execute(
                "update metric set period_start = '2020-01-01', period_end = '2020-12-31' where metric_no = 0");

        assertThat(database.query("select distinct year, year_assumed from metric_fact where metric_no = 0"))
                .containsExactly(Map.of("year", 2020, "year_assumed", false));
    }

    @Test
    void theTargetOfALookBackMeetsTheOutcomeOfTheNextYear() {
        List<Map<String, Object>> rows = database.query(
                "select year, target, outcome, difference, target_report_id, outcome_report_id from target_and_outcome order by year");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("year", 2024)
                .containsEntry("target", BigDecimal.valueOf(2000))
                .containsEntry("outcome", BigDecimal.valueOf(1990))
                .containsEntry("difference", BigDecimal.valueOf(-10))
                .containsEntry("target_report_id", "of-2023")
                .containsEntry("outcome_report_id", "of-2024");
        assertThat(rows.get(1)).containsEntry("year", 2025).containsEntry("outcome", null);
    }

    @Test
    void documentSummaryCountsSectionsPerLabel() {
        assertThat(database.query("select * from document_summary where report_id = 'of-2023'"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("title", "工作总结")
                        .containsEntry("year", 2023)
                        .containsEntry("genre", "SUMMARY")
                        .containsEntry("achievement_sections", 1L)
                        .containsEntry("plan_sections", 1L)
                        .containsEntry("problem_sections", 0L)
                        .containsEntry("metrics", 2L)
                        .containsEntry("targets", 1L));
    }
}
