package io.reportstream.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Named facts, each of which must be there exactly as often as expected. */
final class Facts {
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String fact) {
        counts.merge(fact, 1, Integer::sum);
    }

    int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What is in these and not, or not so often, in {@code others}. */
    List<String> minus(Facts others) {
        List<String> more = new ArrayList<>();
        counts.forEach((fact, count) -> {
            int there = others.counts.getOrDefault(fact, 0);
            if (count > there) {
                more.add(fact + (count - there > 1 ? " (" + (count - there) + " times)" : ""));
            }
        });
        return more;
    }
}
