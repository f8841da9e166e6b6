package io.reportstream.processor.classify;

/** What a word says of the sentence that holds it; the words are in {@code lexicon/sentence.tsv}. */
enum CueKind {
    /** Says outright that something is still to come. */
    PLAN_STRONG,
    /** 下一步, 明年: at the head of a sentence it also opens what follows in the paragraph. */
    AHEAD,
    /** 预期目标是: opens the targets that follow in the paragraph. */
    TARGET,
    /** 这五年: looks back on a period, as does the name of one that is over (“十四五”时期), and opens what follows. */
    BACK,
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
    /** Turns from the achievements to the problems: 也清醒地看到. */
    PROBLEM_OPEN,
    PROBLEM_STRONG,
    PROBLEM_WEAK,
    /** 对此,我们必须高度重视,认真加以解决. */
    RESOLVE,
    /** 还有, 面临: a word of lack close behind makes it a turn to the problems. */
    REMAIN,
    /** 解决, 针对: the problem that follows is only the motive. */
    TACKLE,
    /** Greetings, thanks and formulas of address. */
    THANKS,
    /** 现将…汇报如下, 请予审议. */
    FORMULA,
    /** 谱写新篇章, 同心同德: the tone of an end. */
    APPEAL,
    /** Calls on everybody at the end: 让我们. */
    CALL,
    /** 注:, 附注: what follows is no part of the report proper. */
    NOTE,
    /** What central bodies said. */
    CENTRAL,
    /** 从国际看, 世界经济: the state of the world outside. */
    WORLD,
    /** To whom the results are owed: 成绩来之不易, 团结奋斗的结果. */
    CREDIT,
    /** Asks something of the public: 希望大家. */
    REQUEST,
    /** Why something matters. */
    SIGNIFICANCE,
    DISCOURSE_ASK,
    /** Hides a shorter word: 要 in 重要. */
    NONE
}
