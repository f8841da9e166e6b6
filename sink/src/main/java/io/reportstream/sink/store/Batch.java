package io.reportstream.sink.store;

import io.reportstream.contract.ProcessedReport;
import io.reportstream.contract.RejectedReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What one transaction writes. Deletions come first; a report is in it once, with its latest revision, whatever was
 * added.
 */
public final class Batch {
    private final Set<String> deletions = new LinkedHashSet<>();
    private final Map<String, ProcessedReport> reports = new LinkedHashMap<>();
    private final List<RejectedReport> rejections = new ArrayList<>();
    private final List<Submission> submissions = new ArrayList<>();
    private final Map<TopicPartition, Position> positions = new HashMap<>();

    /** Of two reports with one id the one with the higher revision counts, of equal ones the later. */
    public void add(ProcessedReport report) {
        reports.merge(report.id(), report, (first, second) -> second.revision() >= first.revision() ? second : first);
    }

    /** Removes what is stored, and what was added before. A report added later is stored whatever its revision. */
    public void delete(String reportId) {
        reports.remove(reportId);
        deletions.add(reportId);
    }

    public void add(RejectedReport rejection) {
        rejections.add(rejection);
    }

    public void add(Submission submission) {
        submissions.add(submission);
    }

    /** Where to read on once this batch is written. */
    public void advance(TopicPartition partition, Position position) {
        positions.put(partition, position);
    }

    public Set<String> deletions() {
        return deletions;
    }

    public List<ProcessedReport> reports() {
        return List.copyOf(reports.values());
    }

    public List<RejectedReport> rejections() {
        return rejections;
    }

    public List<Submission> submissions() {
        return submissions;
    }

    public Map<TopicPartition, Position> positions() {
        return positions;
    }
}
