package io.reportstream.sink.store;

/**
 * How far a partition is read.
 *
 * @param epoch counts the claims on the partition
 * @param nextOffset offset of the first record that is not stored yet
 */
public record Position(long epoch, long nextOffset) {
    public Position at(long offset) {
        return new Position(epoch, offset);
    }
}
