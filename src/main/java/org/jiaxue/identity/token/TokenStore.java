package org.jiaxue.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class TokenStore {

    enum Kind {
        COOKIE,
        BEARER
    }

    /**
     * A token that was issued.
     *
     * @param factor whether its holder has a second factor; guardians need none
     */
    record Row(Kind kind, Viewer viewer, Instant issuedAt, Instant expiresAt, boolean factor) {}

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a token; false where its guardian is not here any more. The guardian's row is held, so
     * that an account which is being erased gets no session behind the erasure's back.
     */
    @Transactional
    boolean add(String hash, Row token) {
        if (token.viewer().guardian().filter(it -> !here(it)).isPresent()) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into identity.token
                            (token_hash, kind, guardian_id, staff_id, client_id, scopes, issued_at,
                             expires_at)
                        values (:hash, :kind, cast(:guardian as uuid), cast(:staff as uuid),
                                cast(:client as uuid), :scopes, :issued, :expires)
                        """)
                .param("hash", hash)
                .param("kind", token.kind().name())
                .param("guardian", token.viewer().guardian().map(GuardianId::value).orElse(null))
                .param("staff", staffOf(token.viewer()).map(StaffId::value).orElse(null))
                .param(
                        "client",
                        token.viewer() instanceof Viewer.Client client ? client.id().value() : null)
                .param("scopes", scopes(token.viewer()))
                .param("issued", token.issuedAt().atOffset(ZoneOffset.UTC))
                .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    private boolean here(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select true from identity.guardian where guardian_id = :id for share
                        """)
                .param("id", guardian.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Removes all tokens of a guardian; returns their hashes. */
    List<String> removeAll(GuardianId guardian) {
        return jdbc.sql(
                        """
                        delete from identity.token where guardian_id = :id returning token_hash
                        """)
                .param("id", guardian.value())
                .query(String.class)
                .list();
    }

    /** Those of these tokens that have not ended, by hash. */
    Map<String, Row> find(Collection<String> hashes, Instant now) {
        Map<String, Row> found = new HashMap<>();
        jdbc.sql(
                        """
                        select token.token_hash, token.kind, token.guardian_id, token.staff_id,
                               token.client_id, client.division, token.scopes,
                               token.issued_at, token.expires_at, staff.name,
                               factor.staff_id is not null as factor
                        from identity.token token
                        left join identity.staff staff
                            on staff.staff_id = token.staff_id and staff.left_at is null
                        left join identity.client client
                            on client.client_id = token.client_id and client.withdrawn_at is null
                        left join identity.second_factor factor
                            on factor.staff_id = token.staff_id
                        where token.token_hash = any(:hashes) and token.expires_at > :now
                          and (token.staff_id is null or staff.staff_id is not null)
                          and (token.client_id is null or client.client_id is not null)
                        """)
                .param("hashes", hashes.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.put(row.getString("token_hash"), row(row));
                });
        return found;
    }

    void extend(String hash, Instant until) {
        jdbc.sql("update identity.token set expires_at = :until where token_hash = :hash")
                .param("hash", hash)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String hash) {
        jdbc.sql("delete from identity.token where token_hash = :hash")
                .param("hash", hash)
                .update();
    }

    /** Removes all tokens of a member of staff; returns their hashes. */
    List<String> removeAll(StaffId staff) {
        return jdbc.sql(
                        """
                        delete from identity.token where staff_id = :staff returning token_hash
                        """)
                .param("staff", staff.value())
                .query(String.class)
                .list();
    }

    /** Removes all tokens of a trusted client; returns their hashes. */
    List<String> removeAll(ClientId client) {
        return jdbc.sql(
                        """
                        delete from identity.token where client_id = :client returning token_hash
                        """)
                .param("client", client.value())
                .query(String.class)
                .list();
    }

    /** Removes tokens, at most so many at a time, that ended before; returns how many. */
    int sweep(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from identity.token
                        where token_hash in (
                            select token_hash from identity.token
                            where expires_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    static Optional<StaffId> staffOf(Viewer viewer) {
        return viewer instanceof Viewer.Staff staff ? Optional.of(staff.id()) : Optional.empty();
    }

    private static String scopes(Viewer viewer) {
        Set<Viewer.Scope> scopes =
                switch (viewer) {
                    case Viewer.Visitor _ -> Set.<Viewer.Scope>of();
                    case Viewer.Guardian guardian -> guardian.scopes();
                    case Viewer.Staff staff -> staff.scopes();
                    case Viewer.Client client -> client.scopes();
                };
        return scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    private static Row row(ResultSet row) throws SQLException {
        Set<Viewer.Scope> scopes =
                Arrays.stream(row.getString("scopes").split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(Viewer.Scope::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        return new Row(
                Kind.valueOf(row.getString("kind")),
                viewer(row, scopes),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("factor"));
    }

    private static Viewer viewer(ResultSet row, Set<Viewer.Scope> scopes) throws SQLException {
        @Nullable UUID guardian = row.getObject("guardian_id", UUID.class);
        if (guardian != null) {
            return new Viewer.Guardian(new GuardianId(guardian), scopes);
        }
        @Nullable UUID client = row.getObject("client_id", UUID.class);
        return client == null
                ? new Viewer.Staff(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getString("name"),
                        scopes)
                : new Viewer.Client(new ClientId(client), row.getString("division"), scopes);
    }
}
