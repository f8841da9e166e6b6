package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.processor.lexicon.Tsv;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The surfaces of what surrounds a report on a page. */
final class BoilerplateLexicon {
    /** How a surface makes boilerplate; {@code boilerplate.tsv} says what each means. */
    enum Use {
        ALONE,
        AMONG,
        FIELD,
        SLOT,
        LINE,
        LIST,
        STRONG,
        SENTENCE
    }

    record Surface(String text, Kind kind, Use use) {}

    /** By their first code unit, longer ones first. */
    private final Surface[][] byFirst = new Surface[Character.MAX_VALUE + 1][];

    private BoilerplateLexicon(Tsv table) {
        Set<String> seen = new HashSet<>();
        for (Tsv.Row row : table.rows()) {
            String text = row.text("surface");
            if (!seen.add(text)) {
                throw row.error("second row for this surface");
            }
            add(new Surface(text, row.constant("kind", Kind.class), row.constant("use", Use.class)));
        }
    }

    private void add(Surface surface) {
        char first = surface.text().charAt(0);
        Surface[] before = byFirst[first] == null ? new Surface[0] : byFirst[first];
        Surface[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = surface;
        Arrays.sort(after, Comparator.comparingInt(each -> -each.text().length()));
        byFirst[first] = after;
    }

    static BoilerplateLexicon load() {
        return new BoilerplateLexicon(Tsv.load("lexicon/boilerplate.tsv"));
    }

    /** The longest surface that stands at {@code at}. */
    @Nullable
    Surface at(String text, int at) {
        Surface[] surfaces = byFirst[text.charAt(at)];
        if (surfaces != null) {
            for (Surface surface : surfaces) {
                if (text.startsWith(surface.text(), at)) {
                    return surface;
                }
            }
        }
        return null;
    }
}
