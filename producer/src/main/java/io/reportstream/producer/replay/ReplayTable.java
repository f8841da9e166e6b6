package io.reportstream.producer.replay;

import io.reportstream.producer.replay.ReplayedReport.End;
import io.reportstream.producer.status.ReportStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of each replayed report, for people. */
final class ReplayTable {
    /** Of many reports, those that went well are only counted. */
    private static final int MOST_ROWS = 50;

    private ReplayTable() {}

    static void print(List<ReplayedReport> reports, Duration took, PrintWriter out) {
        out.printf(Locale.ROOT, "%-8s  %9s  %8s  %7s  %s%n", "STATE", "DOCUMENTS", "SECTIONS", "METRICS", "REPORT");
        boolean all = reports.size() <= MOST_ROWS;
        List<ReplayedReport> rows = reports.stream()
                .filter(report -> all || report.end() != End.STORED)
                .limit(MOST_ROWS)
                .toList();
        rows.forEach(report -> row(report, out));
        if (rows.size() < reports.size()) {
            out.printf(Locale.ROOT, "... and %d more%n", reports.size() - rows.size());
        }
        double seconds = took.toMillis() / 1000.0;
        out.printf(
                Locale.ROOT,
                "%d reports: %d stored, %d rejected, %d missing, %d refused; %.1f s, %.1f reports/s%n",
                reports.size(),
                count(reports, End.STORED),
                count(reports, End.REJECTED),
                count(reports, End.MISSING),
                count(reports, End.REFUSED),
                seconds,
                reports.size() / Math.max(seconds, 0.001));
        out.flush();
    }

    static long count(List<ReplayedReport> reports, End end) {
        return reports.stream().filter(report -> report.end() == end).count();
    }

    private static void row(ReplayedReport report, PrintWriter out) {
        ReportStatus status = report.status();
        out.printf(
                Locale.ROOT,
                "%-8s  %9s  %8s  %7s  %s%s%n",
                report.end(),
                number(status == null ? null : status.documents()),
                number(status == null ? null : status.sections()),
                number(status == null ? null : status.metrics()),
                report.name(),
                why(report));
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "-" : value.toString();
    }

    private static String why(ReplayedReport report) {
        if (report.problem() != null) {
            return "  " + report.problem().code() + ": " + report.problem().detail();
        }
        ReportStatus status = report.status();
        return status == null || status.reason() == null ? "" : "  " + status.reason() + ": " + status.detail();
    }
}
