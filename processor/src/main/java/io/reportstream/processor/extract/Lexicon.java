package io.reportstream.processor.extract;

import io.reportstream.processor.lexicon.CharMap;
import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Words with what they mean, found by the longest match at or before a place in a text. */
final class Lexicon<V> {
    /** A word of the lexicon. */
    record Entry<V>(String word, V value) {
        int length() {
            return word.length();
        }
    }

    private final CharMap<List<Entry<V>>> byFirst = new CharMap<>();
    private final CharMap<List<Entry<V>>> byLast = new CharMap<>();

    private Lexicon(List<Entry<V>> entries) {
        entries.sort(Comparator.<Entry<V>>comparingInt(Entry::length).reversed());
        for (Entry<V> entry : entries) {
            String word = entry.word();
            byFirst.computeIfAbsent(word.charAt(0), ArrayList::new).add(entry);
            byLast.computeIfAbsent(word.charAt(word.length() - 1), ArrayList::new)
                    .add(entry);
        }
    }

    /** The rows of {@code table} under the words of its column {@code surface}. */
    static <V> Lexicon<V> load(Tsv table, Function<Tsv.Row, V> value) {
        return load(table, row -> true, value);
    }

    /** The rows of {@code table} that {@code wanted} picks. */
    static <V> Lexicon<V> load(Tsv table, Predicate<Tsv.Row> wanted, Function<Tsv.Row, V> value) {
        List<Entry<V>> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Tsv.Row row : table.rows()) {
            String surface = row.text("surface");
            if (!seen.add(surface)) {
                throw row.error("second row for " + surface);
            }
            if (wanted.test(row)) {
                entries.add(new Entry<>(surface, value.apply(row)));
            }
        }
        return new Lexicon<>(entries);
    }

    /** The longest word that stands at {@code from} and ends by {@code limit}. */
    @Nullable
    Entry<V> at(String text, int from, int limit) {
        if (from >= limit) {
            return null;
        }
        List<Entry<V>> candidates = byFirst.get(text.charAt(from));
        if (candidates != null) {
            for (Entry<V> entry : candidates) {
                if (from + entry.length() <= limit && text.startsWith(entry.word(), from)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** The longest word that ends at {@code end} and begins at or after {@code floor}. */
    @Nullable
    Entry<V> before(String text, int end, int floor) {
        if (end <= floor) {
            return null;
        }
        List<Entry<V>> candidates = byLast.get(text.charAt(end - 1));
        if (candidates != null) {
            for (Entry<V> entry : candidates) {
                int start = end - entry.length();
                if (start >= floor && text.startsWith(entry.word(), start)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** The first word within {@code [from, limit)}, the longest where several begin; its start, or -1. */
    int find(String text, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (at(text, i, limit) != null) {
                return i;
            }
        }
        return -1;
    }

    boolean is(String text) {
        Entry<V> entry = text.isEmpty() ? null : at(text, 0, text.length());
        return entry != null && entry.length() == text.length();
    }
}
