package io.reportstream.processor.classify;

import io.reportstream.contract.Label;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a sentence opens for those after it in its paragraph: 存在的困难和问题,主要是: opens problems, 下一步 plans, 这五年 a look
 * back, 注: notes up to the next heading. A call on everybody (让我们) closes the paragraph that leads up to it.
 */
final class Openings {
    private static final Set<Label> NOTHING = EnumSet.noneOf(Label.class);
    private static final Set<CueKind> TURNS = EnumSet.of(CueKind.THANKS, CueKind.FORMULA, CueKind.CALL);
    private static final Set<CueKind> LOOKS_BACK = EnumSet.of(CueKind.DONE_STRONG, CueKind.PERFECT);
    private static final Set<CueKind> LOOKS_AHEAD = EnumSet.of(CueKind.PLAN_STRONG, CueKind.AHEAD, CueKind.RESOLVE);

    /** How far before a call a salutation in the paragraph above can lead up to it, in characters. */
    private static final int LEAD = 80;

    /** The kinds of cues in a sentence, and those at its head. */
    record Cues(Set<CueKind> all, Set<CueKind> first) {}

    private Openings() {}

    /** For each sentence the label that an earlier one opened; the opener itself has none. */
    static List<Set<Label>> of(String text, Outline outline, List<Cues> cues) {
        List<Set<Label>> opened = new ArrayList<>(Collections.nCopies(cues.size(), NOTHING));
        Set<Label> open = NOTHING;
        boolean notes = false;
        int paragraph = 0;
        for (int i = 0; i < cues.size(); i++) {
            if (i == 0 || startsLine(text, outline, i)) {
                paragraph = i;
                open = i > 0 && carries(text, outline, i, open) ? open : NOTHING;
                notes &= !outline.sentences().get(i).heading() || isNote(text, outline, i);
            }
            Cues here = cues.get(i);
            notes |= here.first().contains(CueKind.NOTE);
            if (notes) {
                opened.set(i, EnumSet.of(Label.OTHER));
                continue;
            }
            open = goesOn(open, here) ? open : NOTHING;
            open = looksBack(open, here) ? EnumSet.of(Label.ACHIEVEMENT) : open;
            opened.set(i, open);
            if (here.all().contains(CueKind.PROBLEM_OPEN)) {
                open = EnumSet.of(Label.PROBLEM);
            } else if (here.first().contains(CueKind.AHEAD) || here.all().contains(CueKind.TARGET)) {
                open = EnumSet.of(Label.PLAN);
            } else if (here.first().contains(CueKind.CALL)) {
                Collections.fill(
                        opened.subList(salutation(text, outline, cues, paragraph, i), i + 1), EnumSet.of(Label.OTHER));
                open = EnumSet.of(Label.OTHER);
            }
        }
        return opened;
    }

    /** A sentence that ends in a colon opens the next paragraph too. */
    private static boolean carries(String text, Outline outline, int sentence, Set<Label> open) {
        Outline.Sentence before = outline.sentences().get(sentence - 1);
        return open.contains(Label.PROBLEM)
                && !outline.sentences().get(sentence).heading()
                && text.charAt(before.span().end() - 1) == ':';
    }

    private static boolean goesOn(Set<Label> open, Cues here) {
        if (open.contains(Label.PROBLEM)) {
            return Collections.disjoint(here.first(), LOOKS_AHEAD)
                    && Collections.disjoint(here.all(), TURNS)
                    && !here.all().contains(CueKind.RESOLVE);
        }
        if (open.contains(Label.PLAN)) {
            return Collections.disjoint(here.first(), LOOKS_BACK) && Collections.disjoint(here.all(), TURNS);
        }
        if (open.contains(Label.ACHIEVEMENT)) {
            return Collections.disjoint(here.all(), LOOKS_AHEAD) && Collections.disjoint(here.all(), TURNS);
        }
        return true;
    }

    /** 这五年 looks back, but not behind a period that is to come: “十五五”时期….这五年,…. */
    private static boolean looksBack(Set<Label> open, Cues here) {
        return open.isEmpty()
                && here.first().contains(CueKind.BACK)
                && Collections.disjoint(here.all(), LOOKS_AHEAD)
                && Collections.disjoint(here.first(), LOOKS_AHEAD);
    }

    /**
     * The last salutation (各位代表!) of the paragraph, from which the call is led up to, or of a short paragraph before it;
     * the call itself where there is none.
     */
    private static int salutation(String text, Outline outline, List<Cues> cues, int paragraph, int call) {
        for (int i = call; i >= paragraph; i--) {
            if (cues.get(i).first().contains(CueKind.THANKS)) {
                return i;
            }
        }
        int end = outline.sentences().get(call).span().start();
        for (int i = paragraph - 1;
                i > 0 && end - outline.sentences().get(i).span().start() <= LEAD;
                i--) {
            if (cues.get(i).first().contains(CueKind.THANKS)) {
                return startsLine(text, outline, i) ? i : call;
            }
        }
        return call;
    }

    /** Notes are counted 1. or (1); a heading 一、 ends them. */
    private static boolean isNote(String text, Outline outline, int sentence) {
        char first = text.charAt(outline.sentences().get(sentence).span().start());
        return first < '\u0080';
    }

    private static boolean startsLine(String text, Outline outline, int sentence) {
        int from = outline.sentences().get(sentence - 1).span().end();
        int to = outline.sentences().get(sentence).span().start();
        return text.substring(from, Math.max(from, to)).indexOf('\n') >= 0;
    }
}
