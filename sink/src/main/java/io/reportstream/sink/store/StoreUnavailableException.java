package io.reportstream.sink.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached or cannot work now; the same call may succeed later. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
