package io.reportstream.sink.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fake keeps the same promises as PostgreSQL, so that tests may rely on it. */
class InMemoryReportStoreTest extends ReportStoreContract {
    private final InMemoryReportStore store = new InMemoryReportStore();

    @Override
    ReportStore store() {
        return store;
    }

    @Override
    Map<String, Long> stored() {
        return store.reports().values().stream()
                .collect(Collectors.toMap(report -> report.id(), report -> report.revision()));
    }

    @Override
    List<BigDecimal> values(String reportId) {
        return store.reports().values().stream()
                .filter(report -> report.id().equals(reportId))
                .flatMap(report -> report.analysis().documents().stream())
                .flatMap(document -> document.metrics().stream())
                .map(metric -> metric.value())
                .toList();
    }

    @Override
    long rejections() {
        return store.rejections().size();
    }

    @Override
    void refuse(String reportId) {
        store.refuse(reportId);
    }
}
