package io.reportstream.processor.extract;

import io.reportstream.processor.lexicon.Tsv;
import org.jspecify.annotations.Nullable;

/** The measure words, and how they combine: 元/月. */
final class Units {
    private final Lexicon<Unit> lexicon;

    Units(Tsv table) {
        lexicon = Lexicon.load(
                table,
                row -> new Unit(
                        row.cell("measure").isEmpty() ? row.text("surface") : row.text("measure"),
                        row.constant("kind", Unit.Kind.class)));
    }

    /** A unit with the end of its span. */
    record Match(Unit unit, int end) {}

    boolean standsAt(String text, int from, int limit) {
        return lexicon.at(text, from, limit) != null;
    }

    /** The longest unit at {@code from}, with its denominator. */
    @Nullable
    Match at(String text, int from, int limit) {
        Lexicon.Entry<Unit> entry = lexicon.at(text, from, limit);
        if (entry == null) {
            return null;
        }
        Unit unit = entry.value();
        int end = from + entry.length();
        if (end + 1 < limit && text.charAt(end) == '/') {
            int slash = end;
            Lexicon.Entry<Unit> below = lexicon.at(text, slash + 1, limit);
            if (below != null) {
                end = slash + 1 + below.length();
                return new Match(new Unit(unit.measure() + "/" + below.word(), denominated(unit.kind())), end);
            }
        }
        return new Match(unit, end);
    }

    private static Unit.Kind denominated(Unit.Kind kind) {
        return kind == Unit.Kind.MONEY ? kind : Unit.Kind.PHYSICAL;
    }
}
