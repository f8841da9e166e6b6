package io.reportstream.processor.extract;

import io.reportstream.contract.Label;
import io.reportstream.contract.MetricStatus;
import io.reportstream.processor.classify.Judgement;
import org.jspecify.annotations.Nullable;

/** Reached or aimed at: by the sentence's label, unless words before the number say otherwise. */
final class StatusRule {
    /** How far before a number 由 and 从 make it the start of a rise. */
    private static final int NEAR = 10;

    private final Lexicon<MetricStatus> cues;

    StatusRule(Lexicon<MetricStatus> cues) {
        this.cues = cues;
    }

    MetricStatus of(String text, int sentenceStart, int sentenceEnd, Left left, Reading reading, Judgement judgement) {
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
        if (base == MetricStatus.ACTUAL) {
            MetricStatus before = lastCue(text, Math.max(sentenceStart, at - 120), at);
            return before == null ? base : before;
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
