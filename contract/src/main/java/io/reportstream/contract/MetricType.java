package io.reportstream.contract;

public enum MetricType {
    /** A level: counts, money, shares, rates; also what came new (新增就业1200人). */
    AMOUNT,
    /** Growth or fall against something else (同比增长22.64%); a fall has a negative value. */
    CHANGE,
    /** A place in an order (居全省第2位); its measure is always 位. */
    RANK
}
