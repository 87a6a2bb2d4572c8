package org.jiaxue.activities.code;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tickets were used, and by whom. */
@Repository
public class TicketStore {

    private final JdbcClient sql;

    TicketStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Uses a ticket for a guardian in the caller's transaction; true for the first and whenever the
     * same one comes again. Of two at once the second waits until the first has committed.
     */
    public boolean use(Tickets.Ticket ticket, GuardianId guardian, Instant now) {
        sql.sql(
                        """
                        insert into activities.ticket_used (session_id, nonce, guardian_id, used_at)
                        values (:session, :nonce, :guardian, :now)
                        on conflict (session_id, nonce) do nothing
                        """)
                .param("session", ticket.session().value())
                .param("nonce", ticket.nonce())
                .param("guardian", guardian.value())
                .param("now", Timestamp.from(now))
                .update();
        return sql.sql(
                        """
                        select guardian_id from activities.ticket_used
                         where session_id = :session and nonce = :nonce
                        """)
                .param("session", ticket.session().value())
                .param("nonce", ticket.nonce())
                .query(UUID.class)
                .single()
                .equals(guardian.value());
    }

    /** Removes what was used before then, at most so many; answers how many. */
    int sweep(Instant before, int most) {
        return sql.sql(
                        """
                        delete from activities.ticket_used
                         where (session_id, nonce) in (
                            select session_id, nonce from activities.ticket_used
                             where used_at < :before limit :most)
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
