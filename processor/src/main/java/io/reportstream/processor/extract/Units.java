package io.reportstream.processor.extract;

import io.reportstream.processor.lexicon.Tsv;
import org.jspecify.annotations.Nullable;

/** The measure words, and how they combine: 元/月, 台(套), 场次. */
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
        Match twin = twin(text, unit, end, limit);
        if (twin != null) {
            return twin;
        }
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

    /** 台(套), 家(次): a second counter in brackets. */
    private @Nullable Match twin(String text, Unit unit, int end, int limit) {
        if (!unit.counts() || end + 2 >= limit || text.charAt(end) != '(') {
            return null;
        }
        Lexicon.Entry<Unit> other = lexicon.at(text, end + 1, limit);
        int close = other == null ? end : end + 1 + other.length();
        if (other == null || !other.value().counts() || close >= limit || text.charAt(close) != ')') {
            return null;
        }
        return new Match(new Unit(text.substring(end - unit.measure().length(), close + 1), unit.kind()), close + 1);
    }
}
