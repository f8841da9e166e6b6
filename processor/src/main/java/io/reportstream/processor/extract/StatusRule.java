package io.reportstream.processor.extract;

import io.reportstream.contract.Label;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.Span;
import io.reportstream.processor.classify.Judgement;
import org.jspecify.annotations.Nullable;

/** Reached or aimed at: by the sentence's label, unless words before the number say otherwise. */
final class StatusRule {
    /** Behind 目标, these open the list of what is aimed at. */
    private static final String[] OPENERS = {"目标是", "目标为", "目标:", "指标是", "指标为", "任务是:", "预期目标"};

    /** Behind a quantity: it is a goal's. */
    private static final String[] GOALS = {"目标", "任务", "计划", "预期", "要求"};

    /** A list of goals is opened no later in its sentence. */
    private static final int OPENING = 40;

    /**
     * How far behind a quantity its goal is named (增长6.5%左右的目标, 4.2%的年度控制目标以内), and how far before it 由 and 从 make it
     * the start of a rise.
     */
    private static final int NEAR = 10;

    private final Lexicon<MetricStatus> cues;

    StatusRule(Lexicon<MetricStatus> cues) {
        this.cues = cues;
    }

    /** @param list where the list begins that the sentence goes on with; the sentence itself where it does not */
    MetricStatus of(String text, int list, Span sentence, Left left, Reading reading, Judgement judgement) {
        int sentenceStart = sentence.start();
        int sentenceEnd = sentence.end();
        MetricStatus base = judgement.label() == Label.PLAN ? MetricStatus.TARGET : MetricStatus.ACTUAL;
        int at = reading.quantity().start();
        if (text.startsWith("基础上", reading.quantity().end())
                || text.substring(
                                reading.quantity().end(),
                                Math.min(sentenceEnd, reading.quantity().end() + 16))
                        .contains("基础上")) {
            return MetricStatus.ACTUAL;
        }
        if (isReached(text, sentenceEnd, left.from(), reading.quantity())) {
            return MetricStatus.ACTUAL;
        }
        MetricStatus own = lastCue(text, left.from(), at);
        if (own != null) {
            return own;
        }
        int end = reading.quantity().end();
        if (isGoal(text, end, sentenceEnd) && !left.verb().endsWith("完成")) {
            return MetricStatus.TARGET;
        }
        if (base == MetricStatus.ACTUAL) {
            MetricStatus before = lastCue(text, Math.max(sentenceStart, at - 120), at);
            boolean listed = before == null && opener(text, list, at) >= 0;
            return listed ? MetricStatus.TARGET : before == null ? base : before;
        }
        return base;
    }

    /** Already there within a plan: 由60%提高到85%, 去年完成120亿元, 其中21所已投入使用. */
    private static boolean isReached(String text, int sentenceEnd, int clause, Quantity quantity) {
        int from = Math.max(clause, quantity.start() - NEAR);
        String before = text.substring(from, quantity.start());
        String behind = text.substring(quantity.end(), Math.min(sentenceEnd, quantity.end() + 2));
        boolean start = before.indexOf('由') >= 0 || before.indexOf('从') >= 0;
        boolean rises = !behind.isEmpty() && "提增扩上下降减压缩调升".indexOf(behind.charAt(0)) >= 0;
        String opening = text.substring(clause, Math.min(quantity.start(), clause + 3));
        boolean past = opening.startsWith("去年") || opening.startsWith("上年");
        return (start && rises) || past || behind.startsWith("已");
    }

    /** Whether 的目标 and its like stand at {@code from}: 实现增长6.5%左右的目标, 4.2%的年度目标. */
    static boolean isGoal(String text, int from, int limit) {
        int to = Math.min(limit, from + NEAR);
        for (int i = from + 1; i < to && text.charAt(from) == '的' && ",;。:".indexOf(text.charAt(i)) < 0; i++) {
            for (String word : GOALS) {
                if (text.startsWith(word, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the sentence opens a list of goals before {@code to}, near its beginning; -1 for nowhere. */
    private static int opener(String text, int from, int to) {
        String head = text.substring(from, Math.min(to, from + OPENING));
        for (String word : OPENERS) {
            int at = head.indexOf(word);
            if (at >= 0) {
                return from + at;
            }
        }
        return -1;
    }

    private @Nullable MetricStatus lastCue(String text, int from, int to) {
        MetricStatus found = null;
        for (int i = from; i < to; i++) {
            Lexicon.Entry<MetricStatus> cue = cues.at(text, i, to);
            if (cue != null) {
                found = cue.value();
                i += cue.length() - 1;
            }
        }
        return found;
    }
}
