package io.reportstream.contract;

/** What a section is about. See docs/guideline.md, "Labels of units". */
public enum Label {
    /** What was done and reached, and the present state shown as such. */
    ACHIEVEMENT,
    /** Shortcomings, difficulties, constraints and gaps of the own work or region. */
    PROBLEM,
    /** What is to be done: next steps, next year's work and its targets. */
    PLAN,
    /** Greetings, questions, thanks, titles, general background. */
    OTHER
}
