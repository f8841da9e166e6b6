package io.reportstream.sink.store;

/**
 * The store refused data as such: trying again would not help. Neither message nor cause holds any of the data, which
 * PostgreSQL's own messages echo.
 */
public final class RowRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param cause SQLSTATE and, where known, table, column and constraint */
    public RowRefusedException(String cause) {
        super(cause);
    }
}
