package io.reportstream.producer.replay;

import java.util.concurrent.locks.LockSupport;

/** Holds a loop to a number of rounds per second. */
final class Pace {
    private final double nanosPerRound;
    private final long start = System.nanoTime();
    private long rounds;

    /** @param perSecond 0 for as fast as possible */
    Pace(double perSecond) {
        this.nanosPerRound = perSecond == 0 ? 0 : 1e9 / perSecond;
    }

    /** Returns when the next round is due; at once where the loop lags behind. */
    void await() {
        long due = start + (long) (rounds++ * nanosPerRound);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
