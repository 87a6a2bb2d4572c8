package org.jiaxue.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about the database.
 *
 * @param data the service's directory; the embedded server lives in its {@code postgresql}
 * @param secret the service's secret, from which the application role's password on an external
 *     server is derived; needed only with {@code url}
 * @param url the external server, {@code jdbc:postgresql://host:port/name} or {@code
 *     postgresql://host:port/name}; without it the embedded server is used
 * @param user the role that owns the external database
 * @param password its password
 * @param directUrl the same database past a connection pooler, for migrations; {@code url} if none
 */
public record DatabaseSettings(
        Path data,
        @Nullable String secret,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String directUrl) {

    /** The embedded server in a directory. */
    public static DatabaseSettings embedded(Path data) {
        return new DatabaseSettings(data, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[data=" + data + ", external=" + (url != null) + "]";
    }
}
