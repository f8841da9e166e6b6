package io.reportstream.sink;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Metric;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.MetricType;
import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Section;
import io.reportstream.contract.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Small reports that hold one of everything. */
public final class TestReports {
    public static final Instant RECEIVED = Instant.parse("2024-01-15T08:00:00Z");
    public static final String TEXT = "首页>工作总结\n今年新增高新技术企业1918家。下一步力争达到2000家。";

    private TestReports() {}

    public static ProcessedReport report(String id, long revision) {
        return report(id, revision, TEXT, analysis(BigDecimal.valueOf(1918)));
    }

    public static ProcessedReport report(String id, long revision, String text, Analysis analysis) {
        return new ProcessedReport(
                ProcessedReport.SCHEMA_VERSION,
                id,
                revision,
                "linyi",
                "工作总结",
                text,
                null,
                null,
                Map.of("channel", "网站"),
                RECEIVED,
                RECEIVED.plusMillis(20),
                analysis);
    }

    /** One document with two sections and two metrics of {@link #TEXT}. */
    public static Analysis analysis(BigDecimal value) {
        return new Analysis(
                List.of(new Document(
                        8,
                        TEXT.length(),
                        "工作总结",
                        "临沂市",
                        2023,
                        Genre.SUMMARY,
                        List.of(
                                new Section(Label.ACHIEVEMENT, 8, 24, null, 0, 0.9),
                                new Section(Label.PLAN, 24, TEXT.length(), null, 0, 0.8)),
                        List.of(
                                metric("1918家", value, MetricStatus.ACTUAL, 0),
                                metric("2000家", BigDecimal.valueOf(2000), MetricStatus.TARGET, 1)))),
                List.of(new Boilerplate(0, 8, Boilerplate.Kind.NAVIGATION)),
                List.of(),
                "test-1");
    }

    public static Metric metric(String surface, BigDecimal value, MetricStatus status, int section) {
        int start = TEXT.indexOf(surface);
        return new Metric(
                start,
                start + surface.length(),
                surface,
                value,
                null,
                "家",
                "高新技术企业",
                "高新技术企业",
                MetricType.AMOUNT,
                status,
                Qualifier.EXACT,
                status == MetricStatus.ACTUAL ? "今年" : null,
                null,
                null,
                section,
                0.9);
    }

    public static RejectedReport rejection(String id, Long revision, long rawOffset) {
        return rejection(id, revision, Reason.NO_TEXT, rawOffset, RECEIVED.plusSeconds(1));
    }

    public static RejectedReport rejection(String id, Long revision, Reason reason, long rawOffset, Instant at) {
        return new RejectedReport(
                RejectedReport.SCHEMA_VERSION,
                id,
                revision,
                "linyi",
                reason,
                reason.stage(),
                reason.chinese(),
                reason.english(),
                "",
                null,
                Base64.getEncoder().encodeToString(new byte[] {0, 1, 2, -1}),
                new RejectedReport.Origin(Topic.RAW.topicName(), 0, rawOffset),
                "fingerprint-of-" + reason,
                0,
                at);
    }
}
