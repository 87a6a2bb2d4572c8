package org.jiaxue.web;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Tells a lock for which was waited in vain from other failures of the database. */
public final class Locks {

    /** PostgreSQL's {@code lock_not_available}, of which Spring has no kind of its own. */
    private static final String NOT_AVAILABLE = "55P03";

    private Locks() {}

    /** Whether somebody else held the row or table for longer than is waited for it. */
    public static boolean inVain(Throwable failure) {
        return failure instanceof PessimisticLockingFailureException
                || (failure instanceof DataAccessException data
                        && data.getMostSpecificCause() instanceof SQLException sql
                        && NOT_AVAILABLE.equals(sql.getSQLState()));
    }
}
