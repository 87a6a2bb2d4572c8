package org.jiaxue.database;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jiaxue.database.embedded.EmbeddedServer;
import org.jiaxue.database.embedded.ServerOptions;

/** The door: opens the database that the settings name. */
public final class Databases {

    private Databases() {}

    /**
     * Opens the external server if the settings name one, else starts the embedded one and waits
     * until it answers. Roles and database exist afterwards; migrating is the caller's business.
     *
     * @param migrate brings an empty or older database, given as its owner's connections, to the
     *     newest schema. It is called only when an embedded server's data move to a new major
     *     version of PostgreSQL, once for a copy of the old data and once for the new server
     * @throws DatabaseUnavailable with a sentence for the operator
     */
    public static Database open(DatabaseSettings settings, Consumer<DataSource> migrate) {
        if (settings.url() != null && !settings.url().isBlank()) {
            return ExternalDatabase.open(settings);
        }
        return EmbeddedServer.open(ServerOptions.in(settings.data()), migrate);
    }
}
