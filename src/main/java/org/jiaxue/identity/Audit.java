package org.jiaxue.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
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
        add(actor, deed, subject, null);
    }

    /**
     * As {@link #note(Viewer, String, String)}, for those who look after a place to read.
     *
     * @param node the division's code or the organisation's id where it was done
     */
    public void note(Viewer actor, String deed, String subject, String node) {
        add(actor, deed, subject, node);
    }

    private void add(Viewer actor, String deed, String subject, @Nullable String node) {
        jdbc.sql(
                        """
                        insert into identity.audit (audit_id, at, actor, deed, subject, node)
                        values (:id, :at, :actor, :deed, :subject, :node)
                        """)
                .param("id", Ids.next())
                .param("at", times.now().atOffset(ZoneOffset.UTC))
                .param("actor", nameOf(actor))
                .param("deed", deed)
                .param("subject", subject)
                .param("node", node)
                .update();
    }

    /**
     * A line, for those who look after a place.
     *
     * @param actor {@code staff:} and an id, or {@code visitor}
     * @param subject the id of what it was done to, a word more may follow
     */
    public record Line(UUID id, Instant at, String actor, String deed, String subject) {}

    /**
     * What was done at a node, newest first.
     *
     * @param before only lines older than this one
     * @param most how many at most
     */
    public List<Line> at(String node, UUID before, int most) {
        return jdbc.sql(
                        """
                        select audit_id, at, actor, deed, subject from identity.audit
                        where node = :node and audit_id < :before
                        order by audit_id desc
                        limit :most
                        """)
                .param("node", node)
                .param("before", before)
                .param("most", most)
                .query((row, _) ->
                        new Line(
                                row.getObject("audit_id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("actor"),
                                row.getString("deed"),
                                row.getString("subject")))
                .list();
    }

    /**
     * A line about something, for whomever it concerns.
     *
     * @param staff whether a member of staff did it
     * @param node where they may do it; empty where the line names no place
     */
    public record Trace(Instant at, String deed, boolean staff, @Nullable String node) {}

    /** What was done to something, oldest first, at most so much. */
    public List<Trace> about(String subject, int most) {
        return jdbc.sql(
                        """
                        select at, deed, actor like 'staff:%' as staff, node
                        from identity.audit
                        where subject = :subject
                        order by at, audit_id
                        limit :most
                        """)
                .param("subject", subject)
                .param("most", most)
                .query((row, _) ->
                        new Trace(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("deed"),
                                row.getBoolean("staff"),
                                row.getString("node")))
                .list();
    }

    private static String nameOf(Viewer actor) {
        return switch (actor) {
            case Viewer.Visitor _ -> "visitor";
            case Viewer.Guardian guardian -> "guardian:" + guardian.id();
            case Viewer.Staff staff -> "staff:" + staff.id();
            case Viewer.Client client -> "client:" + client.id();
        };
    }
}
