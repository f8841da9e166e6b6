package io.reportstream.processor.extract;

import io.reportstream.processor.segment.Outline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expression that governs a quantity: in its own sentence, else told before in the same paragraph, else in the
 * headings and openings of the parts around it.
 */
final class PeriodResolver {
    /** Before a time expression: it is compared with, counted off or part of a phrase. */
    private static final String BOUND = "比较同与《按占是提学由从自之";
    /** Behind a time expression: it is talked about, or qualifies a goal. */
    private static final String[] TOPICS = {"是", ",是", "最"};

    /** Behind a time that is compared with elsewhere: here it is what the clause is about. */
    private static final String[] SUBJECTS = {",", "为", "是", "仅", "只有", "全市", "全省", "全国", "全县", "全区"};

    /** Behind 全年 and 年内: what was to be reached then. */
    private static final String[] GOALS = {"目标", "任务", "计划", "预期", "预算"};

    /** How far behind a time expression 的基础上 makes it what was built on: 在去年3个试点县的基础上. */
    private static final int BASIS = 16;

    /** How far behind a year the words stand that tell what year it is: 是…收官之年. */
    private static final int NEAR = 40;

    /** Numbers farther behind a time are not asked for. */
    private static final int FAR = 120;

    /** How far before a list of times the word stands that compares with them: 比一季度、上半年分别加快. */
    private static final int COMPARED = 10;

    /** No more expressions of a sentence are tried for one quantity. */
    private static final int MOST = 20;

    private static final String BREAKS = ",;:。!?、(\n“";

    private final String text;
    private final List<Outline.Part> parts;
    private final @Nullable TimeExpression[] headings;
    private final @Nullable TimeExpression[] openings;
    private final boolean[] divided;
    /** Whether the heading names several times (2025年工作及“十四五”时期发展回顾), so that the opening decides. */
    private final boolean[] torn;

    private int part = -1;
    /** Where the sentence before ended. */
    private int last;

    private @Nullable TimeExpression carried;
    private @Nullable TimeExpression now;
    /** The span that opens the paragraph, for the items that are told in it: 一年来,…。一是…。二是…。 */
    private @Nullable TimeExpression paragraphTime;

    private boolean first;

    /** 全年, where it opens the paragraph. */
    private @Nullable TimeExpression wholeYear;

    PeriodResolver(String text, Outline outline) {
        this.text = text;
        parts = outline.parts();
        headings = new TimeExpression[parts.size()];
        openings = new TimeExpression[parts.size()];
        divided = new boolean[parts.size()];
        torn = new boolean[parts.size()];
    }

    /** Words before an expression that still opens its sentence: (二)到, 力争. */
    private static final int OPENING = 6;

    private int sentenceStart;

    /** Takes note of a sentence; call it for each one in order, before asking for its quantities. */
    void enter(Outline.Sentence sentence, List<TimeExpression> times) {
        int own = sentence.part();
        sentenceStart = sentence.span().start();
        boolean paragraph = text.substring(
                                Math.min(last, sentence.span().start()),
                                sentence.span().start())
                        .indexOf('\n')
                >= 0;
        if (own != part || paragraph) {
            part = own;
            carried = null;
            now = null;
            wholeYear = null;
        }
        first = paragraph;
        if (paragraph) {
            paragraphTime = null;
        }
        for (int i = parts.get(own).parent(); i >= 0; i = parts.get(i).parent()) {
            divided[i] = true;
        }
        if (sentence.heading()) {
            headings[own] = headings[own] == null ? first(times, false) : headings[own];
            torn[own] |= times.size() > 1;
        } else if (!divided[own] && openings[own] == null) {
            openings[own] = first(times, true);
            torn[own] &= times.stream().noneMatch(time -> repeats(time, headings[own]));
        }
    }

    private boolean repeats(TimeExpression time, @Nullable TimeExpression heading) {
        int length = time.end() - time.start();
        return heading != null
                && heading.end() - heading.start() == length
                && text.regionMatches(heading.start(), text, time.start(), length);
    }

    private @Nullable TimeExpression first(List<TimeExpression> times, boolean leading) {
        for (TimeExpression time : times) {
            boolean month = time.kind() == TimeExpression.Kind.MONTH && (!leading || (first && opens(time)));
            if ((time.kind() == TimeExpression.Kind.SPAN || month)
                    && (leading ? leads(time) && isFree(time) : isNoBase(time))) {
                return time;
            }
        }
        return null;
    }

    /** Takes note that the sentence is over. */
    void leave(Outline.Sentence sentence, List<TimeExpression> times) {
        boolean spanned = false;
        for (TimeExpression time : times) {
            if (!leads(time) || !isFree(time)) {
                continue;
            }
            if (time.kind() == TimeExpression.Kind.SPAN) {
                paragraphTime = first && opens(time) ? time : paragraphTime;
                boolean aside = carried != null
                        && !opens(time)
                        && !countsBehind(time, sentence.span().end());
                carried = aside ? carried : time;
                now = null;
                spanned = true;
            } else if (isOfSentence(time) && !(spanned && isOfYear(time)) && !isDeadline(time)) {
                now = time;
            }
            boolean year = carried == null && opens(time) && text.startsWith("全年", time.start());
            wholeYear = year ? time : wholeYear;
        }
        last = sentence.span().end();
        if (text.charAt(last - 1) != ';') {
            now = null;
        }
    }

    /** 全年, 年底: told inside of what a span governs (下半年…,全年达到…). */
    private boolean isOfYear(TimeExpression time) {
        return text.startsWith("全年", time.start()) || text.charAt(time.start()) == '年';
    }

    /** Whether numbers stand behind the expression, unlike in 到2021年底全部改完. */
    private boolean countsBehind(TimeExpression time, int end) {
        for (int i = time.end(); i < Math.min(end, time.end() + FAR); i++) {
            if (ArabicNumerals.isDigit(text.charAt(i)) || ChineseNumerals.digit(text.charAt(i)) > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sentence begins with the expression. */
    private boolean opens(TimeExpression time) {
        return time.start() - sentenceStart <= OPENING;
    }

    /** 年内, 年底前 and, behind another clause, 年底: when one thing is to be done. */
    private boolean isDeadline(TimeExpression time) {
        return text.charAt(time.start()) == '年' && (!opens(time) || "内前".indexOf(text.charAt(time.end() - 1)) >= 0);
    }

    private static boolean isOfSentence(TimeExpression time) {
        return time.kind() == TimeExpression.Kind.NOW || time.kind() == TimeExpression.Kind.MONTH;
    }

    private boolean isNoBase(TimeExpression time) {
        int at = time.start() - 1;
        if (at < 0 || text.charAt(at) != '、') {
            return at < 0 || BOUND.indexOf(text.charAt(at)) < 0;
        }
        for (int i = at - 1; i >= 0 && i > at - COMPARED && ",;:。\n".indexOf(text.charAt(i)) < 0; i--) {
            if ("比较".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** 同期全省…, 而上年同期为…: the same clause tells of what others compare with. */
    private boolean isSubject(TimeExpression time) {
        if (!leads(time) || text.startsWith("同比", time.start())) {
            return false;
        }
        return text.startsWith("同期", time.start()) || isBefore(SUBJECTS, time);
    }

    private boolean isFree(TimeExpression time) {
        boolean base = time.kind() == TimeExpression.Kind.BASE && !isSubject(time);
        if (base || !isNoBase(time)) {
            return false;
        }
        int near = Math.min(text.length(), time.end() + BASIS);
        return !text.substring(time.end(), near).contains("的基础上")
                && (!isBefore(TOPICS, time) || isYearOf(time))
                && !(time.kind() == TimeExpression.Kind.NOW && isBefore(GOALS, time));
    }

    /** 2020年是收官之年,…: the year of what follows. */
    private boolean isYearOf(TimeExpression time) {
        String behind = text.substring(time.end(), Math.min(text.length(), time.end() + NEAR));
        return behind.contains("之年,") || behind.contains("一年,");
    }

    private boolean isBefore(String[] words, TimeExpression time) {
        for (String word : words) {
            if (text.startsWith(word, time.end())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause begins with the expression, or it stands apart. */
    private boolean leads(TimeExpression time) {
        int before = time.start() - 1;
        while (before >= 0 && " 在截至到于仅预计力争确保已从自而".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || BREAKS.indexOf(text.charAt(before)) >= 0 || text.startsWith(",", time.end());
    }

    /** The period of the quantity at {@code at}. */
    @Nullable
    TimeExpression of(int at, List<TimeExpression> times) {
        int clause = LeftReader.clauseStart(text, at, 0);
        int last = TimeExpression.lastBefore(times, at);
        TimeExpression deadline = null;
        for (int i = last; i >= 0 && i > last - MOST; i--) {
            TimeExpression time = times.get(i);
            if (time.end() > at) {
                continue;
            }
            boolean attached = (time.end() == at && time.kind() != TimeExpression.Kind.RATE)
                    || (text.startsWith("的", time.end()) && time.end() + 1 == at);
            boolean base = time.kind() == TimeExpression.Kind.BASE && attached && isShare(time, at);
            if (attached && !base && !text.startsWith("恢复到", Math.max(0, time.start() - 3))) {
                return time;
            }
            boolean apart = text.startsWith("的", time.end()) && !leads(time);
            if (apart || !isFree(time)) {
                continue;
            }
            boolean wide = leads(time) && isWide(time) && !isRate(time, at) && !isDeadline(time);
            if (wide || (time.start() >= clause && !isRate(time, at))) {
                return time;
            }
            deadline = deadline == null && leads(time) && isDeadline(time) ? time : deadline;
        }
        TimeExpression inherited = inherited(at);
        if (inherited != null || deadline != null) {
            return inherited == null ? deadline : inherited;
        }
        return later(at, times, last + 1);
    }

    /** Where nothing before tells: the time behind the quantity in its own clause, as in 投资3亿元的港口今年8月开港. */
    private @Nullable TimeExpression later(int at, List<TimeExpression> times, int from) {
        if (from >= times.size()) {
            return null;
        }
        TimeExpression time = times.get(from);
        boolean told = time.kind() != TimeExpression.Kind.RATE && time.kind() != TimeExpression.Kind.BASE;
        return told && time.end() > at && time.start() < RightReader.clauseEnd(text, at, text.length()) && isFree(time)
                ? time
                : null;
    }

    /** 为去年同期的87.3%: a share of what is compared with. */
    private boolean isShare(TimeExpression time, int at) {
        boolean is = time.start() > 0 && "为是于到".indexOf(text.charAt(time.start() - 1)) >= 0;
        int end = Math.min(text.length(), at + 12);
        return is && text.substring(at, end).matches("[0-9.]+(%|倍).*");
    }

    private static boolean isWide(TimeExpression time) {
        return time.kind() != TimeExpression.Kind.DAY;
    }

    /** 每人每月780元: a denominator, unlike 每年举办20期. */
    private boolean isRate(TimeExpression time, int at) {
        boolean each = time.start() > 0 && "人户亩名月天".indexOf(text.charAt(time.start() - 1)) >= 0;
        boolean mean = text.startsWith("平均", time.start() - 2);
        return time.kind() == TimeExpression.Kind.RATE && (each || mean || time.end() == at);
    }

    private @Nullable TimeExpression inherited(int at) {
        if (now != null) {
            return now;
        }
        if (carried != null) {
            return carried;
        }
        if (paragraphTime != null && headings[part] == null) {
            return paragraphTime;
        }
        TimeExpression around = around(at);
        return wholeYear == null || (around != null && isYear(around)) ? around : wholeYear;
    }

    /** A year by its number, as 2012年 or 一九九八年. */
    private boolean isYear(TimeExpression time) {
        char first = text.charAt(time.start());
        return first == '一' || first == '二' || ArabicNumerals.isDigit(first);
    }

    private @Nullable TimeExpression around(int at) {
        for (int i = part; i >= 0; i = parts.get(i).parent()) {
            boolean leads = i == 0 || torn[i];
            TimeExpression first = leads ? openings[i] : headings[i];
            TimeExpression second = leads ? headings[i] : openings[i];
            if (first != null && first.start() < at) {
                return first;
            }
            if (second != null && second.start() < at) {
                return second;
            }
        }
        return null;
    }
}
