package io.reportstream.processor.classify;

/**
 * Tells where a sentence turns to the problems in two words that stand apart: 还有 and 差距 in 离群众的期盼还有不小的差距. A
 * word of mending before them (解决, 针对) makes them a motive only.
 */
final class Turns {
    private static final int APART = 14;
    private static final int MENDING = 16;
    private static final int NEVER = -1_000;

    private int sentence = -1;
    private int remain = NEVER;
    private int tackle = NEVER;

    /** Takes the cues in order; true for the one that completes the turn. */
    boolean at(int inSentence, int start, int end, CueKind kind) {
        if (inSentence != sentence) {
            sentence = inSentence;
            remain = NEVER;
            tackle = NEVER;
        }
        switch (kind) {
            case TACKLE -> tackle = end;
            case REMAIN -> remain = start - tackle > MENDING ? end : NEVER;
            case PROBLEM_WEAK, PROBLEM_STRONG -> {
                boolean turns = start - remain <= APART;
                remain = NEVER;
                return turns;
            }
            default -> {}
        }
        return false;
    }
}
