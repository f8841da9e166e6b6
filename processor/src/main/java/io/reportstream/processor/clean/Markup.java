package io.reportstream.processor.clean;

import io.reportstream.processor.lexicon.Tsv;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tags and character references of HTML mean. */
final class Markup {
    /** What stands in the place of a tag. */
    enum Effect {
        LINE,
        SPACE,
        NOTHING,
        SKIP
    }

    private final Map<String, Effect> effects = new HashMap<>();
    private final Map<String, Integer> entities = new HashMap<>();

    static Markup load() {
        Markup markup = new Markup();
        for (Tsv.Row row : Tsv.load("lexicon/tags.tsv").rows()) {
            if (markup.effects.put(row.text("name"), row.constant("effect", Effect.class)) != null) {
                throw row.error("second row for this tag");
            }
        }
        for (Tsv.Row row : Tsv.load("lexicon/entities.tsv").rows()) {
            if (markup.entities.put(row.text("name"), Integer.parseInt(row.text("code"), 16)) != null) {
                throw row.error("second row for this name");
            }
        }
        return markup;
    }

    /**
     * What to do about a tag.
     *
     * @param inside what stands between the angle brackets
     * @return null if this is no tag
     */
    @Nullable
    Effect effect(String inside) {
        int from = inside.startsWith("/") ? 1 : 0;
        int to = from;
        while (to < inside.length() && isNamePart(inside.charAt(to))) {
            to++;
        }
        String name = inside.substring(from, to).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return isDeclaration(inside) ? Effect.NOTHING : null;
        }
        if (to < inside.length() && " /\n".indexOf(inside.charAt(to)) < 0) {
            return null;
        }
        boolean office = name.indexOf(':') > 0 && !name.startsWith("http");
        Effect effect = office ? Effect.NOTHING : effects.get(name);
        return effect == Effect.SKIP && from == 1 ? Effect.NOTHING : effect;
    }

    private static boolean isNamePart(char c) {
        return Characters.isAsciiAlphanumeric(c) || c == ':' || c == '-';
    }

    private static boolean isDeclaration(String inside) {
        return inside.startsWith("?xml")
                || inside.startsWith("![")
                || inside.regionMatches(true, 0, "!doctype", 0, "!doctype".length());
    }

    /**
     * The code point that a character reference stands for.
     *
     * @param name what stands between {@code &} and {@code ;}
     * @return -1 if this is no reference
     */
    int codePoint(String name) {
        if (!name.startsWith("#")) {
            Integer exact = entities.get(name);
            Integer found = exact != null ? exact : entities.get(name.toLowerCase(Locale.ROOT));
            return found == null ? -1 : found;
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        return number(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    }

    /** A code point written in digits; -1 if it is none. */
    static int number(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 7) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        return Character.isValidCodePoint(value) && !surrogate ? value : -1;
    }
}
