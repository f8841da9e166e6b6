package io.reportstream.processor.extract;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import io.reportstream.contract.Qualifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shrinking stretch between the start of a clause and its number, with what was learned from the words cut off. */
final class Cut {
    /** What stands before them only says upon what or when: 在…的基础上推广到10个县. */
    private static final String[] GROUNDS = {"的基础上", "基础上", "的情况下", "的背景下", "的条件下", "的前提下"};

    private static final String OPENING = "”)》」』·-—,“‘’\"";
    private static final String TOWARDS = "为对让向给使";

    final Lexicons lexicons;
    final String text;
    int from;
    int to;
    int growth;
    String verb = "";
    Lexicons.@Nullable Verb verbKind;
    String subject = "";
    boolean level;
    private boolean among;
    boolean each;
    private boolean listed;
    private boolean share;
    private boolean towards;
    private @Nullable Qualifier qualifier;

    Cut(Lexicons lexicons, String text, int from, int to) {
        this.lexicons = lexicons;
        this.text = text;
        this.from = from;
        this.to = to;
    }

    Left left(int clause) {
        return new Left(
                clean(text.substring(from, to)),
                verb,
                verbKind,
                subject,
                growth,
                level,
                qualifier,
                among,
                each,
                listed,
                share,
                towards,
                clause,
                from);
    }

    static String withoutSpace(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static String clean(String object) {
        String out = withoutSpace(object);
        if (out.endsWith("”") && out.indexOf('“') < 0) {
            out = out.substring(0, out.length() - 1);
        }
        return out;
    }

    boolean endsWith(String word) {
        return to - word.length() >= from && text.startsWith(word, to - word.length());
    }

    /** A bracket right behind the quantity before tells about that one: 6家(甲、乙),…. */
    void skipBracket(int floor) {
        if (from == floor && from < to && text.charAt(from) == '(') {
            int close = from;
            while (close < to && text.charAt(close) != ')') {
                close++;
            }
            if (close < to) {
                from = close + 1;
            }
        }
        listed = endsWith("等");
        towards = endsWith("给予") || (to > from && TOWARDS.indexOf(text.charAt(to - 1)) >= 0);
    }

    /** Cuts off what stands between the noun and the number. */
    void tail() {
        while (from < to) {
            if (Character.isWhitespace(text.charAt(to - 1))) {
                to--;
                continue;
            }
            Lexicon.Entry<Lexicons.Head> head = lexicons.heads.before(text, to, from);
            Lexicon.Entry<Lexicons.Growth> grown = growth == 0 ? grownBefore() : null;
            Lexicon.Entry<Lexicons.Verb> act = lexicons.verbs.before(text, to, from);
            Lexicon.Entry<String> scope = lexicons.scope.before(text, to, from);
            int longest = Math.max(length(head), length(grown));
            if (scope != null && scope.length() > longest && to - scope.length() > from) {
                to -= scope.length();
            } else if (longest == 0 || length(act) > longest) {
                break;
            } else if (grown != null && length(head) <= grown.length()) {
                growth = grown.value().sign();
                if (pulls(grown.length())) {
                    return;
                }
                to -= grown.length();
                Bases.cut(this);
            } else if (isPerHead(head)) {
                if (to - 2 == from || lexicons.heads.before(text, to - 2, from) == null) {
                    break;
                }
                to -= 2;
            } else if (head != null) {
                level |= growth == 0 && head.value().role() == Lexicons.Head.Role.LEVEL;
                each |= head.value().role() == Lexicons.Head.Role.EACH;
                share |= head.word().endsWith("占");
                qualifier = qualifier == null ? head.value().qualifier() : qualifier;
                to -= head.length();
            }
        }
        comparison();
        streak();
    }

    /** 人均, 户均 and 亩均 are words, not a noun and an adverb. */
    private boolean isPerHead(Lexicon.@Nullable Entry<Lexicons.Head> head) {
        return head != null && head.word().equals("均") && to - 2 >= from && "人户亩".indexOf(text.charAt(to - 2)) >= 0;
    }

    /** 拉动经济增长: the growth is what was pulled, not what the number grew by. */
    private boolean pulls(int length) {
        int at = lastIndexOf("拉动", to - length);
        return at >= from && at + 2 < to - length;
    }

    /** Where {@code word} last stands between the front and {@code end}; -1 for nowhere. */
    int lastIndexOf(String word, int end) {
        for (int i = end - word.length(); i >= from; i--) {
            if (text.startsWith(word, i)) {
                return i;
            }
        }
        return -1;
    }

    /** 连续十二年 between noun and verb. */
    private void streak() {
        int at = lastIndexOf("连续", to);
        if (at >= from && to - at <= 7 && "年月度次".indexOf(text.charAt(to - 1)) >= 0) {
            to = at;
        }
    }

    /** A word of growth at the end; a single character only where it ends no other word (削减, 最高). */
    private Lexicon.@Nullable Entry<Lexicons.Growth> grownBefore() {
        Lexicon.Entry<Lexicons.Growth> grown = lexicons.growth.before(text, to, from);
        boolean other = grown != null
                && grown.length() == 1
                && to - 2 >= from
                && CoreDictionary.contains(text.substring(to - 2, to));
        return other ? null : grown;
    }

    private static int length(Lexicon.@Nullable Entry<?> entry) {
        return entry == null ? 0 : entry.length();
    }

    /** 高于全省平均水平: the growth word stands before what is compared with. */
    private void comparison() {
        for (int i = to - 1; growth == 0 && i >= from; i--) {
            Lexicon.Entry<Integer> word = lexicons.compare.at(text, i, to);
            boolean bound = i > from && text.charAt(i - 1) == '不'; // 不低于计划的95%
            if (word != null && !bound) {
                growth = word.value();
                to = i;
                Bases.cut(this);
            }
        }
        if (from < to && "比较".indexOf(text.charAt(from)) >= 0 && !Bases.isPartOfWord(this, from)) {
            to = from;
        }
    }

    /** The indicator stands behind the last time expression, or before it; whether the end was cut. */
    boolean times(List<TimeExpression> times) {
        for (int i = TimeExpression.lastBefore(times, to);
                i >= 0 && times.get(i).end() > from;
                i--) {
            TimeExpression time = times.get(i);
            if (time.start() < from
                    || time.start() >= to
                    || text.charAt(from) == '占'
                    || lexicons.nouns.at(text, time.start(), to) != null) {
                continue;
            }
            if (time.end() >= to && time.start() > from) {
                to = time.start();
                return true;
            }
            from = Math.min(time.end(), to);
            break;
        }
        return false;
    }

    /** What stands before 我市 or 一批 in mid-clause is no part of the noun: 科技型中小企业备案中我市备案率. */
    void home() {
        for (String word : GROUNDS) {
            int at = lastIndexOf(word, to);
            if (at >= from) {
                from = at + word.length();
            }
        }
        for (int i = to - 3; i > from; i--) {
            if (text.charAt(i) == '把' && !Dictionary.hasLonger(text, i, 1, to) && text.charAt(i - 1) != '一') {
                from = i + 1;
                return;
            }
            if (text.charAt(i) == '我' && lexicons.scope.at(text, i, to) != null) {
                from = i;
                return;
            }
            if (text.startsWith("一批", i) && "第首".indexOf(text.charAt(i - 1)) < 0) {
                from = i + 2;
                return;
            }
        }
    }

    /** Cuts off what stands before the noun phrase or its verb. */
    void front() {
        while (from < to) {
            char c = text.charAt(from);
            if (Character.isWhitespace(c) || (OPENING.indexOf(c) >= 0 && !isQuoted())) {
                from++;
                continue;
            }
            Lexicon.Entry<String> noun = lexicons.nouns.at(text, from, to);
            if (noun != null && !leadsVerb(noun)) {
                return;
            }
            Lexicon.Entry<String> scope = lexicons.scope.at(text, from, to);
            if (scope != null) {
                from += scope.length();
                continue;
            }
            Lexicon.Entry<Lexicons.Lead> lead = lexicons.lead.at(text, from, to);
            boolean cut = lead != null
                    && lexicons.verbs.at(text, from, to) == null
                    && (lead.length() > 1 || !Dictionary.hasLonger(text, from, 1, to));
            if (!cut) {
                return;
            }
            among |= lead.value() == Lexicons.Lead.AMONG;
            each |= lead.value() == Lexicons.Lead.EACH;
            from += lead.length();
        }
    }

    /** 重点实施 before a number: here 重点 opens no noun. */
    private boolean leadsVerb(Lexicon.Entry<String> noun) {
        int at = from + noun.length();
        Lexicon.Entry<Lexicons.Verb> verb = lexicons.verbs.at(text, at, to);
        return verb != null && at + verb.length() == to && lexicons.lead.is(noun.word());
    }

    private boolean isQuoted() {
        return text.charAt(from) == '“' && text.substring(from, to).indexOf('”') > 0;
    }
}
