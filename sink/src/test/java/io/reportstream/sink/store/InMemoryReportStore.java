package io.reportstream.sink.store;

import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.RejectedReport;
import io.reportstream.service.Health;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Keeps the contract in memory; can be told to be down or to refuse reports. */
public final class InMemoryReportStore implements ReportStore {
    private final Map<TopicPartition, Uuid> topicIds = new HashMap<>();
    private final Map<TopicPartition, Position> positions = new HashMap<>();
    private final Map<String, ProcessedReport> reports = new HashMap<>();
    private final Map<List<Object>, RejectedReport> rejections = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private boolean down;
    private int writes;

    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    public synchronized void refuse(String reportId) {
        refused.add(reportId);
    }

    public synchronized Map<String, ProcessedReport> reports() {
        return Map.copyOf(reports);
    }

    public synchronized List<RejectedReport> rejections() {
        return List.copyOf(rejections.values());
    }

    public synchronized Map<TopicPartition, Position> positions() {
        return Map.copyOf(positions);
    }

    /** Transactions that were committed. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public synchronized Map<TopicPartition, Position> claim(Map<TopicPartition, Uuid> partitions) {
        requireUp();
        partitions.forEach((partition, id) -> {
            Position last = positions.getOrDefault(partition, new Position(0, 0));
            boolean same = id.equals(topicIds.put(partition, id));
            positions.put(partition, new Position(last.epoch() + 1, same ? last.nextOffset() : 0));
        });
        Map<TopicPartition, Position> claimed = new HashMap<>(positions);
        claimed.keySet().retainAll(partitions.keySet());
        return claimed;
    }

    @Override
    public synchronized Written write(Batch batch) {
        requireUp();
        batch.positions().forEach((partition, position) -> {
            if (positions.get(partition).epoch() != position.epoch()) {
                throw new FencedException("another consumer has taken over");
            }
        });
        boolean bad = batch.reports().stream().anyMatch(report -> refused.contains(report.id()))
                || batch.rejections().stream()
                        .anyMatch(rejection -> refused.contains(rejection.id() + "/" + rejection.reason()));
        if (bad) {
            throw new RowRefusedException("SQLSTATE 23514 metric, no_bad");
        }
        writes++;
        int deleted = 0;
        for (String id : batch.deletions()) {
            deleted += reports.remove(id) == null ? 0 : 1;
        }
        Set<String> written = new HashSet<>();
        for (ProcessedReport report : batch.reports()) {
            ProcessedReport known = reports.get(report.id());
            if (known == null || known.revision() <= report.revision()) {
                reports.put(report.id(), report);
                written.add(report.id());
            }
        }
        int before = rejections.size();
        for (RejectedReport rejection : batch.rejections()) {
            List<Object> key = Arrays.asList(rejection.origin(), rejection.id(), rejection.revision());
            rejections.putIfAbsent(key, rejection);
        }
        positions.putAll(batch.positions());
        return new Written(
                written,
                count(written, Found.documents(reports.values())),
                count(written, Found.in(Found.documents(reports.values()), document -> document.sections())),
                count(written, Found.in(Found.documents(reports.values()), document -> document.metrics())),
                deleted,
                rejections.size() - before);
    }

    @Override
    public synchronized Health check() {
        return down ? Health.down("told so") : Health.ok();
    }

    private static <T> int count(Set<String> ids, List<Found<T>> all) {
        return (int)
                all.stream().filter(found -> ids.contains(found.report().id())).count();
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("told so", null);
        }
    }
}
