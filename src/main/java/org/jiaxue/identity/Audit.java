package org.jiaxue.identity;

import java.time.ZoneOffset;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what to whom. Lines are only added and kept for good, so for longer than the 180 days
 * that the law asks for; those about somebody whose account was erased go after these 180 days.
 * They carry ids and words of our own, never personal data.
 */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Times times;

    Audit(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /**
     * Adds a line, in the caller's transaction where there is one.
     *
     * @param deed what was done, for instance {@code credential.revoked}; at most 50 characters
     * @param subject the id of what it was done to; at most 100 characters
     */
    public void note(Viewer actor, String deed, String subject) {
        jdbc.sql(
                        """
                        insert into identity.audit (audit_id, at, actor, deed, subject)
                        values (:id, :at, :actor, :deed, :subject)
                        """)
                .param("id", Ids.next())
                .param("at", times.now().atOffset(ZoneOffset.UTC))
                .param("actor", nameOf(actor))
                .param("deed", deed)
                .param("subject", subject)
                .update();
    }

    private static String nameOf(Viewer actor) {
        return switch (actor) {
            case Viewer.Visitor _ -> "visitor";
            case Viewer.Guardian guardian -> "guardian:" + guardian.id();
            case Viewer.Staff staff -> "staff:" + staff.id();
        };
    }
}
