package io.reportstream.processor.segment;

import io.reportstream.processor.lexicon.Tsv;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the names of places in text: those of {@link Places}, and others by their kind and what stands before them. */
final class PlaceNames {
    /** The last characters of names. */
    static final String KINDS = "省市县区州盟旗";

    static final String KINDS_OF_TOWNS = "镇乡";

    private static final int LONGEST_UNKNOWN_STEM = 4;
    /** Behind one of these a name can begin. */
    private static final String BEFORE_NAMES = "在于为是由向对与和及以把从到经的了将让年月日度省市县区州盟旗委共会访请聘代届:";

    /** Where a word stands that makes a name impossible. */
    private enum Where {
        END,
        INSIDE
    }

    private static final Map<String, Where> NOT_NAMES = load();

    private PlaceNames() {}

    /**
     * The name that ends with the character at {@code last}.
     *
     * @return null if no name ends there, or if it is not clear where it begins
     */
    static @Nullable String endingAt(String text, int last) {
        String known = Places.all().nameBefore(text, last + 1);
        if (known != null) {
            return known;
        }
        int from = last;
        while (from > 0 && last - from < LONGEST_UNKNOWN_STEM + 1 && isNamePart(text.charAt(from - 1))) {
            from--;
        }
        boolean bounded = last - from <= LONGEST_UNKNOWN_STEM;
        String name = text.substring(from, last + 1);
        return bounded && name.length() > 2 && isName(name) ? name : null;
    }

    private static boolean isNamePart(char c) {
        return Character.isIdeographic(c) && BEFORE_NAMES.indexOf(c) < 0;
    }

    private static boolean isName(String name) {
        for (int from = 0; from < name.length() - 1; from++) {
            for (int to = from + 2; to <= name.length(); to++) {
                Where where = NOT_NAMES.get(name.substring(from, to));
                if (where == Where.INSIDE || (where == Where.END && to == name.length())) {
                    return false;
                }
            }
        }
        return "全我本各该两外跨多一二三四五六七八九十几某".indexOf(name.charAt(0)) < 0;
    }

    private static Map<String, Where> load() {
        Map<String, Where> words = new HashMap<>();
        for (Tsv.Row row : Tsv.load("lexicon/not_regions.tsv").rows()) {
            if (words.put(row.text("word"), row.constant("where", Where.class)) != null) {
                throw row.error("second row for this word");
            }
        }
        return Map.copyOf(words);
    }
}
