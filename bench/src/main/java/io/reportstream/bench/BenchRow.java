package io.reportstream.bench;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * One measured case.
 *
 * @param micros median time of one operation, in microseconds
 * @param nanosPerChar the same for one UTF-16 code unit of the text
 */
record BenchRow(String benchmark, String pattern, int length, double micros, double nanosPerChar) {
    static BenchRow of(RunResult result) {
        String label = result.getParams().getBenchmark();
        String name = label.substring(label.lastIndexOf('.', label.lastIndexOf('.') - 1) + 1);
        String pattern = result.getParams().getParam("pattern");
        String length = result.getParams().getParam("length");
        int chars = length == null ? Texts.seeds().length() : Integer.parseInt(length);
        double micros = result.getPrimaryResult().getStatistics().getPercentile(50);
        return new BenchRow(name, pattern == null ? "seeds" : pattern, chars, micros, micros * 1000 / chars);
    }

    static String table(List<BenchRow> rows) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                "%-28s %-12s %10s %14s %10s %12s%n", "benchmark", "text", "chars", "median µs", "ns/char", "Mchars/s"));
        for (BenchRow row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-28s %-12s %,10d %,14.0f %10.1f %12.2f%n",
                    row.benchmark,
                    row.pattern,
                    row.length,
                    row.micros,
                    row.nanosPerChar,
                    1000 / row.nanosPerChar));
        }
        return table.toString();
    }
}
