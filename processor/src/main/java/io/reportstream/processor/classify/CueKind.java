package io.reportstream.processor.classify;

/** What a word says of the sentence that holds it; the words are in {@code lexicon/sentence.tsv}. */
enum CueKind {
    /** Says outright that something is still to come. */
    PLAN_STRONG,
    /** 将, 要, 确保: mostly of the future. */
    PLAN_MODAL,
    /** 加强, 推进: as good in a look back as in a plan. */
    PLAN_VERB,
    /** Says outright that something was reached. */
    DONE_STRONG,
    DONE,
    /** 了. */
    PERFECT,
    /** 不断增强, 成效显著: a state that is praised. */
    RESULT,
    PROBLEM_STRONG,
    PROBLEM_WEAK,
    /** 解决, 针对: the problem that follows is only the motive. */
    TACKLE,
    /** Greetings, thanks and formulas of address. */
    THANKS,
    /** What central bodies said. */
    CENTRAL,
    /** Why something matters. */
    SIGNIFICANCE,
    DISCOURSE_ASK,
    /** Hides a shorter word: 要 in 重要. */
    NONE
}
