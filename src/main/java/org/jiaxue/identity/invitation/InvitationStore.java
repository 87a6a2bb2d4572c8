package org.jiaxue.identity.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.web.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Invitation invitation, String tokenHash, Instant at) {
        jdbc.sql(
                        """
                        insert into identity.invitation
                            (invitation_id, token_hash, role, node, name, note,
                             invited_by, invited_at, expires_at)
                        values (:id, :hash, :role, :node, :name, :note, :by, :at, :until)
                        """)
                .param("id", invitation.id())
                .param("hash", tokenHash)
                .param("role", invitation.grant().role().name())
                .param("node", invitation.grant().node())
                .param("name", invitation.name())
                .param("note", invitation.note())
                .param("by", invitation.invitedBy().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The open invitations at a node, newest first. */
    List<Invitation> open(String node, Instant now, int most) {
        return jdbc.sql(
                        """
                        select invitation_id, role, node, name, note, invited_by, expires_at
                        from identity.invitation
                        where node = :node and expires_at > :now
                          and accepted_at is null and withdrawn_at is null and name is not null
                        order by invited_at desc, invitation_id
                        limit :most
                        """)
                .param("node", node)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Invitation> byHash(String tokenHash, Instant now) {
        return jdbc.sql(
                        """
                        select invitation_id, role, node, name, note, invited_by, expires_at
                        from identity.invitation
                        where token_hash = :hash and expires_at > :now
                          and accepted_at is null and withdrawn_at is null and name is not null
                        """)
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row))
                .optional();
    }

    /** An invitation whose name is still known. */
    Optional<Invitation> byId(UUID id) {
        return jdbc.sql(
                        """
                        select invitation_id, role, node, name, note, invited_by, expires_at
                        from identity.invitation
                        where invitation_id = :id and name is not null
                        """)
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Uses an invitation up; false when it was used, withdrawn or ended meanwhile. */
    boolean accept(UUID id, StaffId by, Instant now) {
        return jdbc.sql(
                                """
                                update identity.invitation
                                set accepted_at = :now, accepted_by = :by
                                where invitation_id = :id and expires_at > :now
                                  and accepted_at is null and withdrawn_at is null
                                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    boolean withdraw(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update identity.invitation set withdrawn_at = :now
                                where invitation_id = :id
                                  and accepted_at is null and withdrawn_at is null
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Clears name and note of invitations, at most so many, that were over before. */
    int forget(Instant before, int most) {
        return jdbc.sql(
                        """
                        update identity.invitation set name = null, note = null
                        where invitation_id in (
                            select invitation_id from identity.invitation
                            where name is not null
                              and coalesce(accepted_at, withdrawn_at, expires_at) < :before
                            limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("invitation_id", UUID.class),
                new Grant(Role.valueOf(row.getString("role")), row.getString("node")),
                row.getString("name"),
                row.getString("note"),
                new StaffId(row.getObject("invited_by", UUID.class)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
