package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import io.reportstream.processor.lexicon.Tsv;
import org.jspecify.annotations.Nullable;

/** The tables that quantities and their indicators are read with. */
final class Lexicons {
    /** A word between indicator and number. */
    record Head(Role role, @Nullable Qualifier qualifier) {
        enum Role {
            PLAIN,
            LEVEL,
            EACH
        }
    }

    /** What a word that opens a clause tells. */
    enum Lead {
        PLAIN,
        AMONG,
        EACH
    }

    /** A verb before a quantity's noun; see verbs.tsv. */
    record Verb(boolean keep, boolean anywhere, boolean pivot) {}

    /** A word of growth or fall. */
    record Growth(int sign, String front) {
        /** Whether the word may open the clause of a quantity that counts things, or of one that does not. */
        boolean frontFor(boolean countable) {
            return front.equals("yes") || (front.equals("rate") && !countable);
        }
    }

    final Units units = new Units(Tsv.load("lexicon/units.tsv"));
    final TimePatterns times = new TimePatterns(Tsv.load("lexicon/time.tsv"));
    final Lexicon<String> fixed = words("fixed");
    final Lexicon<String> scope = words("scope");
    final Lexicon<String> bases = words("bases");
    final Lexicon<String> peers = words("peers");
    final Lexicon<String> people = words("people");
    final Lexicon<String> states = words("states");
    final Lexicon<String> attributes = attributes(false);
    /** The attributes that take the place of the owner's own one. */
    final Lexicon<String> replacing = attributes(true);

    final Lexicon<String> levels = words("levels");
    final Lexicon<String> generics = words("generics");
    final Lexicon<String> contrasts = words("contrasts");
    final Lexicon<String> announcers = words("announcers");
    final Lexicon<String> durations = words("durations");
    final Lexicon<String> predicates = words("predicates");
    final Lexicon<String> placing = words("placing");
    final Lexicon<String> money = words("money");
    final Lexicon<String> acts = words("acts");
    final Lexicon<String> nouns = words("nouns");
    final Lexicon<Lead> lead = Lexicon.load(Tsv.load("lexicon/lead.tsv"), row -> row.constant("role", Lead.class));
    final Lexicon<Head> heads = Lexicon.load(
            Tsv.load("lexicon/heads.tsv"),
            row -> new Head(
                    row.constant("role", Head.Role.class),
                    row.cell("qualifier").isEmpty() ? null : row.constant("qualifier", Qualifier.class)));
    final Lexicon<Growth> growth = Lexicon.load(
            Tsv.load("lexicon/growth.tsv"),
            row -> new Growth(row.decimal("sign").intValue(), row.text("front")));
    final Lexicon<Integer> compare = Lexicon.load(
            Tsv.load("lexicon/compare.tsv"), row -> row.decimal("sign").intValue());
    final Lexicon<Verb> verbs = Lexicon.load(
            Tsv.load("lexicon/verbs.tsv"),
            row -> new Verb(yes(row, "keep"), row.text("where").equals("ANY"), yes(row, "pivot")));

    private static Lexicon<String> words(String name) {
        return Lexicon.load(Tsv.load("lexicon/" + name + ".tsv"), row -> row.text("surface"));
    }

    private static Lexicon<String> attributes(boolean replacing) {
        return Lexicon.load(
                Tsv.load("lexicon/attributes.tsv"),
                row -> !replacing || yes(row, "replaces"),
                row -> row.text("surface"));
    }

    private static boolean yes(Tsv.Row row, String column) {
        return switch (row.text(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.error("neither yes nor no in " + column);
        };
    }
}
