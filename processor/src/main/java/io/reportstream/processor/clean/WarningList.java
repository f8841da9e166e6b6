package io.reportstream.processor.clean;

import io.reportstream.contract.Warning;
import io.reportstream.contract.Warning.Code;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects warnings: neighbours become one, and each code is kept {@link #MOST} times at most. */
final class WarningList {
    static final int MOST = 100;

    private final Map<Code, List<Warning>> byCode = new EnumMap<>(Code.class);

    /** Adds a warning; within one code they come in order. */
    void add(int start, int end, Code code, String detail) {
        List<Warning> list = byCode.computeIfAbsent(code, unused -> new ArrayList<>());
        Warning last = list.isEmpty() ? null : list.get(list.size() - 1);
        if (last != null && (last.end() >= start || list.size() == MOST)) {
            list.set(list.size() - 1, new Warning(last.start(), Math.max(end, last.end()), code, last.detail()));
        } else {
            list.add(new Warning(start, end, code, detail));
        }
    }

    /** In the order of the text. */
    List<Warning> list() {
        List<Warning> all = new ArrayList<>();
        byCode.values().forEach(all::addAll);
        all.sort(java.util.Comparator.comparingInt(Warning::start).thenComparing(Warning::code));
        return all;
    }
}
