package org.jiaxue.credentials.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Revocation;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps status lists, the positions taken in them, and revocations. */
@Component
class StatusStore {

    private final JdbcClient jdbc;

    StatusStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list as it was last signed. */
    record Signed(String document, Instant at) {}

    Optional<Signed> find(int list) {
        return jdbc.sql(
                        """
                        select document, signed_at from credentials.status_list where list = :list
                        """)
                .param("list", list)
                .query((row, number) ->
                        new Signed(
                                row.getString("document"),
                                row.getTimestamp("signed_at").toInstant()))
                .optional();
    }

    /** The number of the newest list; 0 before there is one. */
    int newest() {
        return jdbc.sql("select coalesce(max(list), 0) from credentials.status_list")
                .query(Integer.class)
                .single();
    }

    /** Opens a list unless another process was first. */
    void open(int list, Signed signed) {
        jdbc.sql(
                        """
                        insert into credentials.status_list (list, document, signed_at)
                        values (:list, :document, :at)
                        on conflict do nothing
                        """)
                .param("list", list)
                .param("document", signed.document())
                .param("at", signed.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a position; false when it is another's. */
    boolean take(StatusPosition position, CredentialId id) {
        int taken =
                jdbc.sql(
                                """
                                insert into credentials.status_position
                                       (list, position, credential_id)
                                values (:list, :position, :id)
                                on conflict do nothing
                                """)
                        .param("list", position.list())
                        .param("position", position.index())
                        .param("id", id.value())
                        .update();
        return taken == 1;
    }

    Optional<StatusPosition> position(CredentialId id) {
        return jdbc.sql(
                        """
                        select list, position from credentials.status_position
                         where credential_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new StatusPosition(row.getInt("list"), row.getInt("position")))
                .optional();
    }

    /**
     * Holds a list until the transaction ends, so that two revocations are not each signed without
     * the other. It is the first lock of a revocation.
     */
    void lock(int list) {
        jdbc.sql("select list from credentials.status_list where list = :list for update")
                .param("list", list)
                .query(Integer.class)
                .single();
    }

    /** Records a revocation; false when there is one. */
    boolean revoke(
            CredentialId id,
            StatusPosition position,
            Revocation revocation,
            @Nullable StaffId officer,
            String note) {
        int revoked =
                jdbc.sql(
                                """
                                insert into credentials.revocation
                                       (list, position, credential_id, officer_id, reason, note,
                                        revoked_at)
                                values (:list, :position, :id, :officer, :reason, :note, :at)
                                on conflict do nothing
                                """)
                        .param("list", position.list())
                        .param("position", position.index())
                        .param("id", id.value())
                        .param("officer", officer == null ? null : officer.value())
                        .param("reason", revocation.reason().slug())
                        .param("note", note)
                        .param("at", revocation.at().atOffset(ZoneOffset.UTC))
                        .update();
        return revoked == 1;
    }

    Optional<Revocation> revocation(StatusPosition position) {
        return jdbc.sql(
                        """
                        select reason, revoked_at from credentials.revocation
                         where list = :list and position = :position
                        """)
                .param("list", position.list())
                .param("position", position.index())
                .query((row, number) ->
                        new Revocation(
                                Revocation.Reason.ofSlug(row.getString("reason")).orElseThrow(),
                                row.getTimestamp("revoked_at").toInstant()))
                .optional();
    }

    Set<Integer> revoked(int list) {
        return new HashSet<>(
                jdbc.sql("select position from credentials.revocation where list = :list")
                        .param("list", list)
                        .query(Integer.class)
                        .list());
    }

    void replace(int list, Signed signed) {
        jdbc.sql(
                        """
                        update credentials.status_list
                           set document = :document, signed_at = :at
                         where list = :list
                        """)
                .param("list", list)
                .param("document", signed.document())
                .param("at", signed.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
