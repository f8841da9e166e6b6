package io.reportstream.processor.segment;

/**
 * How a part announces itself, from the outermost style to the innermost.
 *
 * @see "GB/T 9704-2012, 7.3.3: 一、 then (一) then 1. then (1)"
 */
enum Style {
    /** A speaker's turn in a conversation. */
    TURN,
    /** 第一章, 第一部分, 第一篇. */
    CHAPTER,
    /** 第一节. */
    SECTION,
    /** A line without a number that names what follows, such as 下一步工作打算. */
    NAMED,
    /** 一、 */
    HAN,
    /** (一) */
    HAN_BRACKET,
    /** A short line without a number. */
    PLAIN,
    /** 1. and 1、 */
    ARABIC,
    /** (1) and 1) */
    ARABIC_BRACKET,
    /** ① */
    CIRCLED,
    /** —— and bullets. */
    DASH,
    /** 一是, 第一, and 首先, in running text. */
    ORDINAL;

    /** Whether the part runs on as prose: such a part may hold a list of its own style. */
    boolean inProse() {
        return this == ORDINAL || this == DASH;
    }

    boolean outside(Style other) {
        return compareTo(other) < 0;
    }
}
