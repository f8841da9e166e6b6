package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.processor.lexicon.Tsv;
import java.util.HashMap;
import java.util.Map;
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

    private final Map<String, Surface> surfaces = new HashMap<>();
    private final Map<Character, Integer> longest = new HashMap<>();

    private BoilerplateLexicon(Tsv table) {
        for (Tsv.Row row : table.rows()) {
            String text = row.text("surface");
            Surface surface = new Surface(text, row.constant("kind", Kind.class), row.constant("use", Use.class));
            if (surfaces.put(text, surface) != null) {
                throw row.error("second row for this surface");
            }
            longest.merge(text.charAt(0), text.length(), Math::max);
        }
    }

    static BoilerplateLexicon load() {
        return new BoilerplateLexicon(Tsv.load("lexicon/boilerplate.tsv"));
    }

    /** The longest surface that stands at {@code at}. */
    @Nullable
    Surface at(String text, int at) {
        Integer most = longest.get(text.charAt(at));
        if (most == null) {
            return null;
        }
        for (int length = Math.min(most, text.length() - at); length > 0; length--) {
            Surface surface = surfaces.get(text.substring(at, at + length));
            if (surface != null) {
                return surface;
            }
        }
        return null;
    }
}
