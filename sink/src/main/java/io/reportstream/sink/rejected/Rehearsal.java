package io.reportstream.sink.rejected;

/** Says what would come of a raw report now, without writing anything. */
@FunctionalInterface
public interface Rehearsal {
    /** One line for people; empty where that cannot be told. */
    String of(byte[] payload);
}
