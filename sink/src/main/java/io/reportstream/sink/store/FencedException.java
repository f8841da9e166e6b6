package io.reportstream.sink.store;

/** Another consumer has taken a partition over; nothing was written. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FencedException(String message) {
        super(message);
    }
}
