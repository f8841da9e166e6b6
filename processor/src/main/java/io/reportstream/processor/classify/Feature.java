package io.reportstream.processor.classify;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The names of the features, in a fixed order; a feature is known to the code by its index. */
final class Feature {
    private static final List<String> NAMES = new ArrayList<>();

    static final int BIAS = add("bias");
    static final Map<CueKind, Integer> CUE = addAll("cue:", CueKind.class);
    static final Map<CueKind, Integer> START = addAll("start:", CueKind.class);
    static final Map<Label, Integer> SCOPE = addAll("scope:", Label.class);
    static final Map<Label, Integer> ANNOUNCED = addAll("announced:", Label.class);
    static final Map<Label, Integer> ASKED = addAll("asked:", Label.class);
    static final Map<Label, Integer> OPENED = addAll("opened:", Label.class);
    static final int HOST = add("host");
    static final int YEAR_EARLIER = add("year:earlier");
    static final int YEAR_SAME = add("year:same");
    static final int YEAR_LATER = add("year:later");
    static final int AMOUNT = add("amount");
    static final int TITLE = add("title");
    static final int FRONT = add("front");
    static final Map<Genre, Integer> GENRE = addAll("genre:", Genre.class);
    static final int FIRST = add("first");
    static final int LAST = add("last");
    static final int TINY = add("tiny");
    static final int SIGNATURE = add("signature");
    static final int GREETING = add("greeting");
    static final int SCANT = add("scant");
    static final int REMNANT = add("remnant");
    /** Three strong words of lack and no measure against them. */
    static final int LADEN = add("laden");

    static final int CONTRAST = add("contrast");
    /** The same label as the sentence before: in one line, behind a semicolon, in a new paragraph, in another part, under other headings. */
    static final int STAY = add("stay");

    static final int STAY_CLAUSE = add("stay:clause");
    static final int STAY_PARAGRAPH = add("stay:paragraph");
    static final int STAY_PART = add("stay:part");
    static final int STAY_SCOPE = add("stay:scope");

    private Feature() {}

    private static int add(String name) {
        NAMES.add(name);
        return NAMES.size() - 1;
    }

    private static <E extends Enum<E>> Map<E, Integer> addAll(String prefix, Class<E> type) {
        Map<E, Integer> indexes = new EnumMap<>(type);
        for (E value : EnumSet.allOf(type)) {
            indexes.put(value, add(prefix + value.name()));
        }
        return indexes;
    }

    static List<String> names() {
        return List.copyOf(NAMES);
    }
}
