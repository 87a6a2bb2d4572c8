package org.jiaxue.database;

import org.jspecify.annotations.Nullable;

/**
 * There is no database to serve from. The message is written for the operator: what was wrong, what
 * to do, and the end of the server's own log where there is one. It holds no password.
 */
public final class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        this(message, null);
    }

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
