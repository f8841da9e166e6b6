package io.reportstream.contract;

public enum MetricStatus {
    /** Reached, exists, done, ongoing. */
    ACTUAL,
    /** Aimed at, planned (力争, 预期, 计划). */
    TARGET
}
