package io.reportstream.contract;

/** Where in the stream a report was rejected. */
public enum Stage {
    INTAKE,
    DECODE,
    CLEAN,
    SPLIT,
    SEGMENT,
    CLASSIFY,
    EXTRACT,
    PUBLISH,
    STORE
}
