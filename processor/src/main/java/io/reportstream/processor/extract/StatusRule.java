package io.reportstream.processor.extract;

import io.reportstream.contract.Label;
import io.reportstream.contract.MetricStatus;
import io.reportstream.processor.classify.Judgement;
import org.jspecify.annotations.Nullable;

/** Reached or aimed at: by the sentence's label, unless words before the number say otherwise. */
final class StatusRule {
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
