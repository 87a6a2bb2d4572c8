package org.jiaxue.database;

import org.jiaxue.database.access.Roles;

/**
 * A PostgreSQL that is ready, with its two roles: an owner that migrates and {@code jiaxue_app}
 * that serves. Both exist before the first migration. The application may do what migrations grant
 * it and nothing else. The schema {@value Roles#MIGRATIONS} is for the migrations' own history and
 * closed to the application.
 */
public interface Database extends AutoCloseable {

    /** How the role that owns the database and migrates it signs in; past a pooler if there is. */
    Login owner();

    /** How the role that serves signs in: no superuser, no bypassrls, may not create anything. */
    Login app();

    /** How the role that serves signs in past a pooler, for what a pooler does not pass on. */
    default Login direct() {
        return new Login(owner().url(), app().user(), app().password());
    }

    /** Which server this is, in a few words for the log; without secrets. */
    String description();

    /** Stops an embedded server in an orderly way; an external one is left as it is. */
    @Override
    void close();
}
