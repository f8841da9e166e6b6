package io.reportstream.processor.evaluate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Named figures, in the order in which they are shown. */
final class Measures {
    private record Row(double value, String shown) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    void value(String name, double value, int of) {
        rows.put(name, new Row(value, "%.3f  n %d".formatted(value, of)));
    }

    /** A share of nothing is not shown: it would say something about quality where nothing was measured. */
    void share(String name, int part, int whole) {
        if (whole > 0) {
            rows.put(
                    name,
                    new Row(Rate.share(part, whole), "%.3f  %d/%d".formatted((double) part / whole, part, whole)));
        }
    }

    void rate(String name, Rate rate, int of) {
        String detail = "%.3f  P %.3f R %.3f  n %d".formatted(rate.f1(), rate.precision(), rate.recall(), of);
        rows.put(name + "-f1", new Row(rate.f1(), detail));
    }

    OptionalDouble get(String name) {
        Row row = rows.get(name);
        return row == null ? OptionalDouble.empty() : OptionalDouble.of(row.value());
    }

    String table() {
        StringBuilder table = new StringBuilder();
        rows.forEach((name, row) -> table.append(String.format(Locale.ROOT, "%-26s %s%n", name, row.shown())));
        return table.toString();
    }
}
