package org.jiaxue.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.credentials.Credentials.Summary;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps credentials by their guardian, and whose each of them is. */
@Component
class CredentialStore {

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(GuardianId guardian, String cause) {
        return jdbc.sql(
                        """
                        select exists (select from credentials.credential
                                        where guardian_id = :guardian and cause = :cause)
                        """)
                .param("guardian", guardian.value())
                .param("cause", cause)
                .query(Boolean.class)
                .single();
    }

    /** Keeps it; false when the guardian has one for that cause. */
    boolean insert(Credential credential) {
        int inserted =
                jdbc.sql(
                                """
                                insert into credentials.credential
                                       (guardian_id, cause, id, kind, name_zh, name_en, division,
                                        list, position, document, issued_at)
                                values (:guardian, :cause, :id, :kind, :nameZh, :nameEn, :division,
                                        :list, :position, :document, :issuedAt)
                                on conflict (guardian_id, cause) do nothing
                                """)
                        .param("guardian", credential.guardian().value())
                        .param("cause", credential.cause())
                        .param("id", credential.id().value())
                        .param("kind", credential.kind().slug())
                        .param("nameZh", credential.name().zh())
                        .param("nameEn", credential.name().en())
                        .param("division", credential.division())
                        .param("list", credential.position().list())
                        .param("position", credential.position().index())
                        .param("document", credential.document())
                        .param("issuedAt", credential.issuedAt().atOffset(ZoneOffset.UTC))
                        .update();
        return inserted == 1;
    }

    void insertHolder(CredentialId id, GuardianId guardian) {
        jdbc.sql(
                        """
                        insert into credentials.holder (credential_id, guardian_id)
                        values (:id, :guardian)
                        """)
                .param("id", id.value())
                .param("guardian", guardian.value())
                .update();
    }

    Optional<Credential> find(CredentialId id) {
        Optional<UUID> guardian =
                jdbc.sql(
                                """
                                select guardian_id from credentials.holder
                                 where credential_id = :id
                                """)
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional();
        return guardian.flatMap(holder -> find(holder, id));
    }

    private Optional<Credential> find(UUID guardian, CredentialId id) {
        return jdbc.sql(
                        """
                        select guardian_id, cause, id, kind, name_zh, name_en, division,
                               list, position, document, issued_at
                          from credentials.credential
                         where guardian_id = :guardian and id = :id
                        """)
                .param("guardian", guardian)
                .param("id", id.value())
                .query(CredentialStore::credential)
                .optional();
    }

    /** The newest of a guardian's, at most so many. */
    List<Summary> newest(GuardianId guardian, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.kind, c.name_zh, c.name_en, c.issued_at,
                               r.revoked_at is not null as revoked
                          from credentials.credential c
                          left join credentials.revocation r using (list, position)
                         where c.guardian_id = :guardian
                         order by c.issued_at desc, c.id desc
                         limit :limit
                        """)
                .param("guardian", guardian.value())
                .param("limit", limit)
                .query(CredentialStore::summary)
                .list();
    }

    /** Those that come after one of the guardian's own, newest first; none after another's. */
    List<Summary> before(GuardianId guardian, CredentialId before, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.kind, c.name_zh, c.name_en, c.issued_at,
                               r.revoked_at is not null as revoked
                          from credentials.credential c
                          left join credentials.revocation r using (list, position)
                         where c.guardian_id = :guardian
                           and (c.issued_at, c.id) < (
                               select b.issued_at, b.id from credentials.credential b
                                where b.guardian_id = :guardian and b.id = :before)
                         order by c.issued_at desc, c.id desc
                         limit :limit
                        """)
                .param("guardian", guardian.value())
                .param("before", before.value())
                .param("limit", limit)
                .query(CredentialStore::summary)
                .list();
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                row.getString("cause"),
                new CredentialId(row.getString("id")),
                CredentialKind.ofSlug(row.getString("kind")),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                row.getString("division"),
                new StatusPosition(row.getInt("list"), row.getInt("position")),
                row.getString("document"),
                instant(row));
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        return new Summary(
                new CredentialId(row.getString("id")),
                CredentialKind.ofSlug(row.getString("kind")),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                instant(row),
                row.getBoolean("revoked"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("issued_at").toInstant();
    }
}
