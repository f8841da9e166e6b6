package io.reportstream.processor.extract;

/**
 * A measure word.
 *
 * @param measure how it stands in a metric
 */
record Unit(String measure, Kind kind) {
    /** What the unit tells about its quantity. */
    enum Kind {
        MONEY,
        PERCENT,
        /** Percentage points and multiples: a difference. */
        POINTS,
        TIMES,
        /** 家 个 项: things are counted. */
        COUNT,
        /** 公里 亩 吨 千瓦时: stuff is measured. */
        PHYSICAL,
        /** 位 名 behind an ordinal; 位 and 名 alone count persons. */
        PERSON,
        /** 年 岁 天: a metric only behind a noun that is measured so (人均预期寿命78岁). */
        TIME,
        /** Dates, grades and technical ratings: no metric. */
        NONE
    }

    boolean counts() {
        return kind == Kind.COUNT || kind == Kind.PERSON;
    }
}
