package io.reportstream.processor.extract;

import java.util.List;

/** Reads what stands behind a quantity: the noun it counts, and what that noun does. */
final class RightReader {
    /** No indicator is longer. */
    private static final int REACH = 40;

    private static final int LONGEST = 26;
    /** What a noun does is told up to this length, unless the noun itself says little. */
    private static final int TELLING = 22;

    private static final int SPECIFIC = 4;

    private static final String BREAKS = ",;:。!?";
    private static final String[] AMONG = {"中有", "中已有", "中仍有", "里有", "里头有", "内有", "仍有", "已有", "中", "里"};
    private static final String[] BECOMES = {
        "被认定为", "认定为", "被评为", "评为", "获评为", "获评", "被列为", "被授予", "被确定为", "被命名为", "被列入", "被纳入"
    };

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

    /** Whether 认定为 and its like stand at {@code at}: 12家被认定为省级企业. */
    boolean becomes(String text, int at, int end) {
        for (String word : BECOMES) {
            if (text.startsWith(word, at) && at + word.length() + 2 < end) {
                return true;
            }
        }
        return false;
    }

    /** Behind the verb, and its 了, at {@code at}; {@code at} where none stands. */
    int endOfVerb(String text, int at, int limit) {
        Lexicon.Entry<Lexicons.Verb> verb = lexicons.verbs.at(text, at, limit);
        int end = verb == null ? at : at + verb.length();
        if (verb == null && at + 2 <= limit && Dictionary.isVerb(text.substring(at, at + 2))) {
            end = at + 2;
        }
        return end > at && end < limit && text.charAt(end) == '了' ? end + 1 : end;
    }

    /** Whether nothing but a noun stands between two places. */
    boolean isNoun(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean verb = lexicons.verbs.at(text, i, to) != null && lexicons.nouns.at(text, i, to) == null;
            if (verb || !QuantityScanner.isChinese(text.charAt(i)) || "、的和".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a noun stands at {@code at}: neither the end of the clause nor a predicate. */
    boolean opensNoun(String text, int at, int end, List<Quantity> others) {
        if (at >= end || (!others.isEmpty() && others.get(0).start() == at)) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '的') {
            return at + 2 < end;
        }
        boolean word = QuantityScanner.isChinese(c)
                || QuantityScanner.isLetter(c)
                || ArabicNumerals.isDigit(c)
                || "“《\"'".indexOf(c) >= 0;
        if (!word || lexicons.nouns.at(text, at, end) != null) {
            return word;
        }
        Lexicon.Entry<String> predicate = lexicons.predicates.at(text, at, end);
        if (predicate != null && (predicate.length() > 1 || !Dictionary.hasLonger(text, at, 1, end))) {
            return false;
        }
        Lexicon.Entry<Lexicons.Head> head = lexicons.heads.at(text, at, end);
        return (head == null || head.length() == 1) && !grows(text, at, end);
    }

    private boolean grows(String text, int at, int end) {
        Lexicon.Entry<Lexicons.Growth> word = lexicons.growth.at(text, at, end);
        return word != null && !Dictionary.hasLonger(text, at, word.length(), end);
    }

    /**
     * The noun behind {@code at}, with what it does unless it is an object.
     *
     * @param others the quantities behind this one, whose numbers are left out of the phrase
     * @param object whether the noun is the object of a verb or preposition, so that what follows tells about something else
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
            int whole = other.rank() ? before.lastIndexOf('中') : endOfWhole(before);
            if (whole > 0) {
                return trim(before.substring(0, whole), object);
            }
            boolean closed = before.endsWith("的") || before.endsWith("、") || (object && before.endsWith("和"));
            if (closed || holdsVerb(before)) {
                i = end;
                break;
            }
        }
        phrase.append(text, Math.min(i, end), end);
        return trim(phrase.toString(), object);
    }

    /** Where the whole ends that a part is taken of, as in 39个行业中有(28个); 0 where none stands. */
    private static int endOfWhole(String phrase) {
        for (String word : AMONG) {
            if (phrase.endsWith(word)) {
                return phrase.length() - word.length();
            }
        }
        return 0;
    }

    private static boolean isSpecific(String phrase, int end) {
        int characters = 0;
        for (int i = 0; i < end; i++) {
            characters += QuantityScanner.isChinese(phrase.charAt(i)) ? 1 : 0;
        }
        return characters >= SPECIFIC;
    }

    private boolean holdsVerb(String phrase) {
        for (int i = 2; i < phrase.length(); i++) {
            Lexicon.Entry<Lexicons.Verb> verb = lexicons.verbs.at(phrase, i, phrase.length());
            if (verb != null && (verb.value().anywhere() || i + verb.length() == phrase.length())) {
                return true;
            }
        }
        return false;
    }

    private String trim(String raw, boolean object) {
        String phrase = Cut.withoutSpace(raw);
        while (!phrase.isEmpty() && "的、”)".indexOf(phrase.charAt(0)) >= 0) {
            phrase = phrase.substring(1);
        }
        for (String word : BECOMES) {
            int at = phrase.indexOf(word);
            if (at >= 0 && phrase.length() - at - word.length() >= 3) {
                return phrase.substring(at + word.length());
            }
        }
        int under = phrase.indexOf('在');
        if (under > 0 && phrase.endsWith("下")) {
            phrase = phrase.substring(0, under);
        }
        int basis = phrase.indexOf("的基础上");
        if (basis > 0) {
            phrase = phrase.substring(0, basis);
        }
        phrase = withoutDeed(phrase);
        int noun = nounEnd(phrase);
        boolean alone = object || (phrase.length() > TELLING && isSpecific(phrase, noun));
        String out = alone ? phrase.substring(0, noun) : phrase;
        out = out.replace("成功", "").replace("了", "");
        return end(out.length() > LONGEST ? out.substring(0, wordEnd(out)) : out);
    }

    /** 新房源要公开摇号, 渔港今年8月开港: what is done with it is no part of the noun. */
    private static String withoutDeed(String phrase) {
        for (int i = 2; i + 1 < phrase.length(); i++) {
            boolean year = phrase.charAt(i + 1) == '年' && "今明去".indexOf(phrase.charAt(i)) >= 0;
            boolean modal = "要将需须".indexOf(phrase.charAt(i)) >= 0;
            if (year) {
                return phrase.substring(0, i);
            }
            if (modal
                    && !Dictionary.hasLonger(phrase, i, 1, phrase.length())
                    && !Dictionary.hasLonger(phrase, i - 1, 1, i + 1)) {
                return phrase.substring(0, i);
            }
        }
        return phrase;
    }

    /** The noun that opens {@code phrase}: 行业 of 行业实现增长. */
    String noun(String phrase) {
        return phrase.substring(0, nounEnd(phrase));
    }

    /** Where the noun that opens {@code phrase} ends: at 的, at a verb or at a preposition. */
    private int nounEnd(String phrase) {
        for (int i = 2; i < phrase.length(); i++) {
            boolean verb = lexicons.verbs.at(phrase, i, phrase.length()) != null
                    && lexicons.verbs.at(phrase, i, phrase.length()).value().anywhere();
            Lexicon.Entry<String> act = lexicons.acts.at(phrase, i, phrase.length());
            boolean acts = act != null && (act.length() > 1 || !Dictionary.hasLonger(phrase, i, 1, phrase.length()));
            if (verb || acts || (phrase.charAt(i) == '的' && phrase.length() - i > 4)) {
                return i;
            }
        }
        return phrase.length();
    }

    /** A place to cut a long phrase: before a preposition or a list, else at the longest length. */
    private int wordEnd(String phrase) {
        for (int i = LONGEST; i > LONGEST / 2; i--) {
            if ("、以对在与和".indexOf(phrase.charAt(i)) >= 0) {
                return i;
            }
        }
        return LONGEST;
    }

    private String end(String phrase) {
        boolean among =
                (phrase.length() > 3 && phrase.endsWith("中") && "高初集".indexOf(phrase.charAt(phrase.length() - 2)) < 0)
                        || (phrase.length() > 2
                                && phrase.endsWith("里")
                                && !Dictionary.hasLonger(phrase, phrase.length() - 2, 1, phrase.length()));
        String out = among ? phrase.substring(0, phrase.length() - 1) : phrase;
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
