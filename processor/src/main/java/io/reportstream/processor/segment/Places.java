package io.reportstream.processor.segment;

import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Provinces, prefectures and counties by name. */
final class Places {
    private static final Places ALL = new Places(Tsv.load("lexicon/regions.tsv"));

    /**
     * A unit of the administration.
     *
     * @param code six digits of GB/T 2260: two for the province, two for the prefecture, two for the county
     * @param gone whether it does not exist any more
     */
    record Place(String code, String name, String shortName, boolean gone) {
        /** 1 for provinces, 2 for prefectures, 3 for counties. */
        int level() {
            return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
        }

        boolean isWithin(Place other) {
            return level() > other.level() && code.startsWith(other.code.substring(0, other.level() * 2));
        }
    }

    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, List<Place>> byShortName = new HashMap<>();
    /** For each character, how long the names are in which it is the last but one: bit n for n characters. */
    private final int[] lengths = new int[Character.MAX_VALUE + 1];

    private int longest;

    private Places(Tsv table) {
        for (Tsv.Row row : table.rows()) {
            String code = row.text("code");
            if (!code.matches("\\d{6}")) {
                throw row.error("not a code: " + code);
            }
            Place place = new Place(
                    code,
                    row.text("name"),
                    row.cell("short"),
                    !row.cell("until").isEmpty());
            add(byName, place.name(), place);
            longest = Math.max(longest, place.name().length());
            if (!place.shortName().isEmpty()) {
                add(byShortName, place.shortName(), place);
                if (place.name().endsWith("自治州")) {
                    add(byName, place.shortName() + "州", place);
                } else if (place.name().endsWith("自治县")) {
                    add(byName, place.shortName() + "县", place);
                }
            }
        }
        for (String name : byName.keySet()) {
            if (name.length() > 30) {
                throw new IllegalStateException("a name of more than 30 characters: " + name);
            }
            lengths[name.charAt(name.length() - 2)] |= 1 << name.length();
        }
    }

    private static void add(Map<String, List<Place>> index, String key, Place place) {
        index.computeIfAbsent(key, unused -> new ArrayList<>()).add(place);
    }

    static Places all() {
        return ALL;
    }

    /** The places with this full name; several share some names. */
    List<Place> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The places with this name without its kind, such as 临沂. */
    List<Place> called(String shortName) {
        return byShortName.getOrDefault(shortName, List.of());
    }

    /** The longest full name that ends before {@code end}; null if none does. */
    @Nullable
    String nameBefore(String text, int end) {
        int possible = end > 1 ? lengths[text.charAt(end - 2)] : 0;
        for (int length = Math.min(longest, end); possible != 0 && length > 1; length--) {
            if ((possible & (1 << length)) != 0) {
                String name = text.substring(end - length, end);
                if (byName.containsKey(name)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** The longest full name at {@code start}; null if there is none. */
    @Nullable
    String nameAt(String text, int start) {
        for (int length = Math.min(longest, text.length() - start); length > 1; length--) {
            String name = text.substring(start, start + length);
            if (byName.containsKey(name)) {
                return name;
            }
        }
        return null;
    }

    /** The longest short name at {@code start}, of provinces and prefectures before those of counties; null if there is none. */
    @Nullable
    String shortNameAt(String text, int start) {
        for (int length = Math.min(8, text.length() - start); length > 1; length--) {
            String name = text.substring(start, start + length);
            if (byShortName.containsKey(name)) {
                return name;
            }
        }
        return null;
    }
}
