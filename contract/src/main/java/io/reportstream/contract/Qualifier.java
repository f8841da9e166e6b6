package io.reportstream.contract;

/** How the printed number bounds the real one. */
public enum Qualifier {
    EXACT,
    /** 多 余 以上 超过 突破 不少于 至少 不低于. */
    MORE,
    /** 以下 以内 不超过 不到. */
    LESS,
    /** 约 左右 近 几. */
    ABOUT,
    /** Two bounds are printed: 3-5家. */
    RANGE
}
