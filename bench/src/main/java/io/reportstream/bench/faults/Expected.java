package io.reportstream.bench.faults;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import io.reportstream.contract.Json;
import io.reportstream.contract.Metric;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Section;
import io.reportstream.processor.analyze.Analyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What an undisturbed stream makes of the records of the raw topic: worked out from them one after the other, by the
 * rules of docs/decisions/0001-revisions-and-repeats.md and not by the processor's code.
 */
final class Expected {
    private static final int MAX_CHARS = 2_000_000;

    private record Latest(long revision, String source, String text) {}

    final Facts processed = new Facts();
    final Facts rejected = new Facts();
    final Facts sections = new Facts();
    final Facts metrics = new Facts();
    final Facts stored = new Facts();
    final Facts storedSections = new Facts();
    final Facts storedMetrics = new Facts();
    final Set<String> refused = new HashSet<>();
    /** Submissions, as {@code id@revision text}. */
    final Set<String> submitted = new HashSet<>();

    private final Map<String, Latest> latest = new HashMap<>();
    private final Analyses analyses;

    Expected(List<ConsumerRecord<String, byte[]>> raw, Analyses analyses) {
        this.analyses = analyses;
        raw.stream()
                .sorted(Comparator.<ConsumerRecord<String, byte[]>>comparingInt(ConsumerRecord::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .forEach(this::add);
        latest.forEach(this::store);
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        if (record.key().startsWith("poison-")) {
            submitted.add(submission(record.key(), 1, ""));
            reject(record, Poison.ofKey(record.key()).reason());
            return;
        }
        RawReport report = read(record.value());
        submitted.add(submission(report.id(), report.revision(), report.text()));
        Latest before = latest.get(report.id());
        boolean repeat = before != null && before.text().equals(report.text());
        if (before != null && !before.source().equals(report.source())) {
            reject(record, Reason.ID_TAKEN);
        } else if (before != null && !repeat && report.revision() < before.revision()) {
            reject(record, Reason.SUPERSEDED);
        } else if (report.text().length() > MAX_CHARS) {
            reject(record, Reason.TOO_LONG);
        } else {
            long revision = repeat ? Math.max(before.revision(), report.revision()) : report.revision();
            latest.put(report.id(), new Latest(revision, report.source(), report.text()));
            processed.add(report.id() + "@" + revision + " " + Hash.of(report.text()));
            if (!repeat) {
                rows(report.id() + "@" + revision, report.text(), sections, metrics);
            }
        }
    }

    private void reject(ConsumerRecord<String, byte[]> record, Reason reason) {
        rejected.add(record.key() + " " + reason + " " + record.topic() + "/" + record.partition() + "/"
                + record.offset() + " " + Arrays.hashCode(record.value()));
    }

    private void store(String id, Latest report) {
        if (id.startsWith("refused-")) {
            refused.add(id);
            return;
        }
        Analysis analysis = analyses.of(report.text());
        int rows = 0;
        for (Document document : analysis.documents()) {
            rows += document.sections().size() * 1000 + document.metrics().size();
        }
        stored.add(id + "@" + report.revision() + " " + Hash.of(Hash.storable(report.text())) + " "
                + analysis.documents().size() + " " + rows);
        rows(id, report.text(), storedSections, storedMetrics);
    }

    private void rows(String prefix, String text, Facts sectionRows, Facts metricRows) {
        Analysis analysis = analyses.of(text);
        for (int d = 0; d < analysis.documents().size(); d++) {
            Document document = analysis.documents().get(d);
            for (int s = 0; s < document.sections().size(); s++) {
                Section section = document.sections().get(s);
                sectionRows.add(row(prefix, d, s, section.label().name(), section.start(), section.end()));
            }
            for (int m = 0; m < document.metrics().size(); m++) {
                Metric metric = document.metrics().get(m);
                metricRows.add(row(
                        prefix,
                        d,
                        m,
                        metric.value().stripTrailingZeros().toPlainString() + metric.measure(),
                        metric.start(),
                        metric.end()));
            }
        }
    }

    static String row(String prefix, int document, int index, String what, int start, int end) {
        return prefix + " " + document + "/" + index + " " + what + " " + start + "-" + end;
    }

    static String submission(String id, long revision, String text) {
        return id + "@" + revision + " " + Hash.of(text);
    }

    private static RawReport read(byte[] value) {
        try {
            return Json.MAPPER.readValue(value, RawReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Analyses by text, each made once. */
    static final class Analyses {
        private final Analyzer analyzer = new Analyzer();
        private final Map<String, Analysis> known = new HashMap<>();

        Analysis of(String text) {
            return known.computeIfAbsent(
                    Hash.of(text), ignored -> ((Outcome.Accepted<Analysis>) analyzer.analyze(text)).value());
        }
    }
}
