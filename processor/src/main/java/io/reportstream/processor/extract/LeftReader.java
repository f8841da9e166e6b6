package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the clause before a quantity backwards from the number, then forwards to its noun. */
final class LeftReader {
    /** No indicator begins farther from its number. */
    private static final int REACH = 80;

    private static final String BREAKS = ",;:。!?\n";
    private static final String[] BASES = {"同比", "环比", "实际", "名义", "累计", "分别", "年均", "平均", "均", "各", "可比价", "按可比价计算"};

    private final Lexicons lexicons;

    LeftReader(Lexicons lexicons) {
        this.lexicons = lexicons;
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
     */
    Left read(String text, int floor, int at, List<TimeExpression> times) {
        int from = clauseStart(text, at, floor);
        Cut cut = new Cut(text, from, at);
        cut.skipBracket(floor);
        boolean listed = cut.endsWith("等");
        cut.tail();
        cut.times(times);
        cut.front();
        cut.verb();
        return new Left(
                clean(text.substring(cut.from, cut.to)),
                cut.verb,
                cut.verbKind,
                cut.growth,
                cut.level,
                cut.qualifier,
                cut.among,
                cut.each,
                listed,
                from);
    }

    private static String clean(String object) {
        String out = object.strip();
        if (out.endsWith("”") && out.indexOf('“') < 0) {
            out = out.substring(0, out.length() - 1);
        }
        return out.replace(" ", "");
    }

    /** The shrinking stretch between the start of the clause and the number. */
    private final class Cut {
        private final String text;
        private int from;
        private int to;
        private int growth;
        private boolean level;
        private boolean among;
        private boolean each;
        private @Nullable Qualifier qualifier;
        private String verb = "";
        private Lexicons.@Nullable Verb verbKind;

        private Cut(String text, int from, int to) {
            this.text = text;
            this.from = from;
            this.to = to;
        }

        boolean endsWith(String word) {
            return to - word.length() >= from && text.startsWith(word, to - word.length());
        }

        /** A bracket right behind the quantity before tells about that one: 6家(甲、乙),…. */
        void skipBracket(int floor) {
            if (from == floor && from < to && text.charAt(from) == '(') {
                int close = text.indexOf(')', from);
                if (close >= 0 && close < to) {
                    from = close + 1;
                }
            }
        }

        void tail() {
            while (from < to) {
                if (Character.isWhitespace(text.charAt(to - 1))) {
                    to--;
                    continue;
                }
                Lexicon.Entry<Lexicons.Head> head = lexicons.heads.before(text, to, from);
                Lexicon.Entry<Lexicons.Growth> grown = growth == 0 ? lexicons.growth.before(text, to, from) : null;
                if (grown != null && (head == null || head.length() <= grown.length())) {
                    growth = grown.value().sign();
                    to -= grown.length();
                    bases();
                } else if (head != null) {
                    level |= head.value().role() == Lexicons.Head.Role.LEVEL;
                    each |= head.value().role() == Lexicons.Head.Role.EACH;
                    qualifier = qualifier == null ? head.value().qualifier() : qualifier;
                    to -= head.length();
                } else {
                    break;
                }
            }
            comparison();
        }

        /** 同比, 比上年 and their like before a word of growth. */
        private void bases() {
            boolean more = true;
            while (more) {
                more = false;
                for (String base : BASES) {
                    if (endsWith(base)) {
                        each |= base.equals("分别");
                        to -= base.length();
                        more = true;
                    }
                }
            }
            int versus = Math.max(text.lastIndexOf('比', to - 1), text.lastIndexOf('较', to - 1));
            if (versus >= from && !partOfWord(versus)) {
                to = versus;
            }
        }

        private boolean partOfWord(int at) {
            char before = at > from ? text.charAt(at - 1) : ' ';
            char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            return "占对同环百之".indexOf(before) >= 0 || "重例率赛".indexOf(after) >= 0;
        }

        /** 高于全省平均水平: the growth word stands before what is compared with. */
        private void comparison() {
            for (int i = to - 1; growth == 0 && i >= from; i--) {
                Lexicon.Entry<Integer> word = lexicons.compare.at(text, i, to);
                if (word != null) {
                    growth = word.value();
                    to = i;
                }
            }
        }

        /** The indicator stands behind the last time expression, or before it. */
        void times(List<TimeExpression> times) {
            for (int i = times.size() - 1; i >= 0; i--) {
                TimeExpression time = times.get(i);
                if (time.start() >= from && time.start() < to) {
                    if (time.end() >= to && time.start() > from) {
                        to = time.start();
                    } else {
                        from = Math.min(time.end(), to);
                        break;
                    }
                }
            }
        }

        void front() {
            boolean more = true;
            while (more && from < to) {
                more = false;
                if (Character.isWhitespace(text.charAt(from))
                        || ("”)》」』·-—,“".indexOf(text.charAt(from)) >= 0 && !quoted())) {
                    from++;
                    more = true;
                    continue;
                }
                Lexicon.Entry<String> scope = lexicons.scope.at(text, from, to);
                if (scope != null) {
                    from += scope.length();
                    more = true;
                    continue;
                }
                Lexicon.Entry<Lexicons.Lead> lead = lexicons.lead.at(text, from, to);
                if (lead != null && lexicons.verbs.at(text, from, to) == null && !opensNoun(lead)) {
                    among |= lead.value() == Lexicons.Lead.AMONG;
                    each |= lead.value() == Lexicons.Lead.EACH;
                    from += lead.length();
                    more = true;
                }
            }
        }

        private boolean quoted() {
            return text.charAt(from) == '“' && text.substring(from, to).indexOf('”') > 0;
        }

        /** 新能源, 内资, 中小企业, 重点企业: the word belongs to the noun. */
        private boolean opensNoun(Lexicon.Entry<Lexicons.Lead> lead) {
            return lexicons.nouns.at(text, from, to) != null && lead.length() <= 2;
        }

        void verb() {
            int object = from;
            boolean open = true;
            for (int i = from; i < to; i++) {
                Lexicon.Entry<Lexicons.Verb> entry = lexicons.verbs.at(text, i, to);
                if (entry == null) {
                    Lexicon.Entry<Lexicons.Growth> front = i == object && open ? lexicons.growth.at(text, i, to) : null;
                    if (front != null && front.value().front() && growth == 0 && !level) {
                        growth = front.value().sign();
                        i += front.length() - 1;
                        object = i + 1;
                    } else if (i == object && open) {
                        open = false;
                    }
                    continue;
                }
                boolean chained = i == object && open;
                if (chained || (entry.value().anywhere() && i + entry.length() < to)) {
                    verb = chained
                                    && verbKind != null
                                    && verbKind.keep()
                                    && entry.value().keep()
                            ? verb + entry.word()
                            : entry.word();
                    verbKind = entry.value();
                    object = i + entry.length();
                    open = true;
                    if (object < to && "了过".indexOf(text.charAt(object)) >= 0) {
                        object++;
                    }
                    i = object - 1;
                    from = object;
                    front();
                    object = Math.max(object, from);
                    i = object - 1;
                } else {
                    i += entry.length() - 1;
                }
            }
            from = Math.min(object, to);
            front();
        }
    }
}
