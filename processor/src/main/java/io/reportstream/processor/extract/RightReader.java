package io.reportstream.processor.extract;

import java.util.List;

/** Reads what stands behind a quantity: the noun it counts, and what that noun does. */
final class RightReader {
    /** No indicator is longer. */
    private static final int REACH = 40;
    /** A noun of this length says enough without what it does. */
    private static final int SPECIFIC = 4;

    private static final String BREAKS = ",;:。!?\n";
    private static final String[] BECOMES = {"被认定为", "认定为", "被评为", "评为", "获评", "被列为", "被授予", "被确定为", "被命名为"};

    private final Lexicons lexicons;

    RightReader(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** Where the clause of {@code at} ends: at the next comma outside brackets and quotes. */
    static int clauseEnd(String text, int at, int limit) {
        int end = Math.min(limit, at + REACH);
        int depth = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '“') {
                depth++;
            } else if (c == ')' || c == '”') {
                if (depth-- == 0) {
                    return i;
                }
            } else if (depth == 0 && BREAKS.indexOf(c) >= 0) {
                return i;
            }
        }
        return end;
    }

    /** Whether a noun stands at {@code at}: neither the end of the clause nor a predicate. */
    boolean opensNoun(String text, int at, int end) {
        int from = at;
        if (from < end && text.charAt(from) == '的') {
            return from + 2 < end;
        }
        if (from >= end || text.charAt(from) == '(') {
            return false;
        }
        char c = text.charAt(from);
        boolean word = QuantityScanner.isChinese(c) || QuantityScanner.isLetter(c) || "“《\"'".indexOf(c) >= 0;
        return word && (lexicons.nouns.at(text, from, end) != null || lexicons.predicates.at(text, from, end) == null);
    }

    /**
     * The noun behind {@code at}, with its predicate where the noun alone says little.
     *
     * @param others the quantities behind this one, whose numbers are left out of the phrase
     * @param object whether the noun is a verb's object, so that what follows tells about something else
     */
    String read(String text, int at, int limit, List<Quantity> others, boolean object) {
        int end = clauseEnd(text, at, limit);
        StringBuilder phrase = new StringBuilder();
        int i = at;
        for (Quantity other : others) {
            if (other.start() >= end) {
                break;
            }
            phrase.append(text, i, other.start());
            i = other.end();
            String before = phrase.toString();
            if (before.endsWith("的") || before.endsWith("、") || (before.endsWith("和") && object)) {
                i = end;
                break;
            }
        }
        phrase.append(text, Math.min(i, end), end);
        return trim(phrase.toString(), object);
    }

    private String trim(String raw, boolean object) {
        String phrase = raw.replace(" ", "");
        while (!phrase.isEmpty() && "的、”)".indexOf(phrase.charAt(0)) >= 0) {
            phrase = phrase.substring(1);
        }
        for (String word : BECOMES) {
            int at = phrase.indexOf(word);
            if (at > 0 && phrase.length() - at - word.length() >= SPECIFIC) {
                return phrase.substring(at + word.length());
            }
        }
        int predicate = predicate(phrase);
        String noun = phrase.substring(0, predicate);
        boolean says = noun.length() >= SPECIFIC && !lexicons.generics.is(noun);
        String out = predicate == 0 || (!says && !object) ? phrase : noun;
        return end(out.replace("成功", "").replace("了", ""));
    }

    /** Where the predicate of {@code phrase} begins; its length where none does. */
    private int predicate(String phrase) {
        for (int i = 2; i < phrase.length(); i++) {
            if (lexicons.verbs.at(phrase, i, phrase.length()) != null
                    || lexicons.acts.at(phrase, i, phrase.length()) != null) {
                return i;
            }
        }
        return phrase.length();
    }

    private String end(String phrase) {
        String out = phrase;
        while (!out.isEmpty()) {
            Lexicon.Entry<Lexicons.Head> head = lexicons.heads.before(out, out.length(), 0);
            if (head != null && head.length() < out.length()) {
                out = out.substring(0, out.length() - head.length());
            } else if ("”、(".indexOf(out.charAt(out.length() - 1)) >= 0 && out.indexOf('“') < 0) {
                out = out.substring(0, out.length() - 1);
            } else {
                break;
            }
        }
        return out;
    }
}
