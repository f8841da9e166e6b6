package io.reportstream.processor.extract;

import java.util.List;

/** Reads the clause before a quantity backwards from the number, then forwards to its noun. */
final class LeftReader {
    /** No indicator begins farther from its number. */
    private static final int REACH = 80;

    /** Words between a name and how it stands: 死亡人数实现“双下降”. */
    private static final String[] STANDING = {"“", "实现", "呈现", "呈", "保持", "继续", "均"};

    private static final String BREAKS = ",;:。!?";

    private final Lexicons lexicons;
    private final VerbFinder verbs;

    LeftReader(Lexicons lexicons) {
        this.lexicons = lexicons;
        verbs = new VerbFinder(lexicons);
    }

    /** Where the clause of {@code at} begins: behind the last comma outside brackets, at or after {@code floor}. */
    static int clauseStart(String text, int at, int floor) {
        int depth = 0;
        int from = Math.max(floor, at - REACH);
        for (int i = at - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(') {
                if (depth == 0) {
                    return i + 1;
                }
                depth--;
            } else if (depth == 0 && BREAKS.indexOf(c) >= 0) {
                return i + 1;
            }
        }
        return from;
    }

    /**
     * What stands before {@code at}.
     *
     * @param floor the end of the quantity before, or the start of the sentence
     * @param countable whether the quantity counts things, so that 提升 before it is no growth (提升敬老院4所)
     */
    Left read(String text, int floor, int at, List<TimeExpression> times, boolean countable) {
        int from = clauseStart(text, at, floor);
        Cut cut = new Cut(lexicons, text, from, at);
        cut.skipBracket(floor);
        cut.tail();
        if (cut.times(times)) {
            cut.tail();
        }
        cut.home();
        cut.front();
        verbs.split(cut, countable);
        return cut.left(from);
    }

    /** What the clause that ends at {@code at} says to be steady or to rise; empty where it says no such thing. */
    String state(String text, int floor, int at, List<TimeExpression> times) {
        int end = at;
        while (end > floor && "”\"’的态势".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        Lexicon.Entry<String> state = lexicons.states.before(text, end, floor);
        if (state == null) {
            return "";
        }
        end -= state.length();
        for (String word : STANDING) {
            if (end - word.length() >= floor && text.startsWith(word, end - word.length())) {
                end -= word.length();
            }
        }
        return read(text, floor, end, times, false).object();
    }

    /** What the clause that ends at {@code at} is about: the object of its verb, or its subject. */
    String subject(String text, int floor, int at, List<TimeExpression> times) {
        String object = read(text, floor, at, times, true).object();
        for (int i = object.length() - 1; i >= 0; i--) {
            Lexicon.Entry<String> attribute = lexicons.attributes.at(object, i, object.length());
            if (attribute != null && attribute.length() > 2) {
                return object.substring(0, i + attribute.length());
            }
        }
        for (int i = 2; i < object.length(); i++) {
            boolean act = lexicons.acts.at(object, i, object.length()) != null;
            Lexicon.Entry<Lexicons.Growth> growth = lexicons.growth.at(object, i, object.length());
            boolean part = growth != null && growth.length() == 1 && Dictionary.hasLonger(object, i - 1, 1, i + 1);
            if (act || (growth != null && !part)) {
                return object.substring(0, i);
            }
        }
        return object;
    }
}
