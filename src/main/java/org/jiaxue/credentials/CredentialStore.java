package org.jiaxue.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.credentials.Credentials.Summary;
import org.jiaxue.credentials.Credentials.Told;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps credentials by their guardian, and whose each of them is. */
@Component
class CredentialStore {

    private static final int FETCHED = 2_000;

    private final JdbcClient jdbc;
    private final NamedSeal named;

    CredentialStore(JdbcClient jdbc, NamedSeal named) {
        this.jdbc = jdbc;
        this.named = named;
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

    /** Keeps it; false when the guardian has that edition for that cause. */
    boolean insert(Credential credential) {
        boolean open = credential.holder() == null;
        String document = credential.document();
        int inserted =
                jdbc.sql(
                                """
                                insert into credentials.credential
                                       (guardian_id, cause, edition, id, kind, name_zh, name_en,
                                        division, list, position, document, document_sealed,
                                        issued_at, signed_at)
                                values (:guardian, :cause, :edition, :id, :kind, :nameZh, :nameEn,
                                        :division, :list, :position, :document, :sealed,
                                        :issuedAt, :signedAt)
                                on conflict (guardian_id, cause, edition) do nothing
                                """)
                        .param("guardian", credential.guardian().value())
                        .param("cause", credential.cause())
                        .param("edition", credential.edition())
                        .param("id", credential.id().value())
                        .param("kind", credential.kind().slug())
                        .param("nameZh", credential.name().zh())
                        .param("nameEn", credential.name().en())
                        .param("division", credential.division())
                        .param("list", credential.position().list())
                        .param("position", credential.position().index())
                        .param("document", open ? document : null)
                        .param("sealed", open ? null : named.close(document, credential.id()))
                        .param("issuedAt", credential.issuedAt().atOffset(ZoneOffset.UTC))
                        .param("signedAt", credential.signedAt().atOffset(ZoneOffset.UTC))
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
                        select guardian_id, cause, edition, id, kind, name_zh, name_en, division,
                               list, position, document, document_sealed, issued_at, signed_at
                          from credentials.credential
                         where guardian_id = :guardian and id = :id
                        """)
                .param("guardian", guardian)
                .param("id", id.value())
                .query(this::credential)
                .optional();
    }

    /** The edition in force for a cause, and the one that was issued first. */
    record Ends(CredentialId newest, CredentialId first) {}

    Ends ends(GuardianId guardian, String cause) {
        return jdbc.sql(
                        """
                        select (array_agg(id order by edition desc))[1] as newest,
                               (array_agg(id order by edition))[1] as first
                          from credentials.credential
                         where guardian_id = :guardian and cause = :cause
                        having count(*) > 0
                        """)
                .param("guardian", guardian.value())
                .param("cause", cause)
                .query((row, number) ->
                        new Ends(
                                new CredentialId(row.getString("newest")),
                                new CredentialId(row.getString("first"))))
                .single();
    }

    /** What was issued first for each cause, and whether any edition of it was withdrawn. */
    void told(GuardianId after, GuardianId upTo, Instant from, Consumer<Told> reader) {
        jdbc.sql(
                        """
                        select f.guardian_id, f.id, f.kind, f.division, f.issued_at,
                               exists (select from credentials.credential n
                                         join credentials.revocation r using (list, position)
                                        where n.guardian_id = f.guardian_id and n.cause = f.cause
                                          and r.officer_id is not null) as revoked
                          from credentials.credential f
                         where f.guardian_id > :after and f.guardian_id <= :upTo
                           and f.edition = 1 and f.issued_at >= :from
                        """)
                .param("after", after.value())
                .param("upTo", upTo.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> {
                    CredentialIssued issued =
                            new CredentialIssued(
                                    new GuardianId(row.getObject("guardian_id", UUID.class)),
                                    new CredentialId(row.getString("id")),
                                    row.getString("division"),
                                    CredentialKind.ofSlug(row.getString("kind")),
                                    instant(row));
                    reader.accept(new Told(issued, row.getBoolean("revoked")));
                });
    }

    /** Ends all links to a credential; what they showed is no longer in force. */
    void deleteShares(GuardianId guardian, CredentialId id) {
        jdbc.sql(
                        """
                        delete from credentials.share
                         where guardian_id = :guardian and credential_id = :id
                        """)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .update();
    }

    /** How many later editions a guardian had signed since then. */
    int renewedSince(GuardianId guardian, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from credentials.credential
                         where guardian_id = :guardian and edition > 1 and signed_at >= :since
                        """)
                .param("guardian", guardian.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The newest of a guardian's that are in force or withdrawn, at most so many. */
    List<Summary> newest(GuardianId guardian, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.kind, c.name_zh, c.name_en, c.issued_at,
                               r.revoked_at is not null as revoked
                          from credentials.credential c
                          left join credentials.revocation r using (list, position)
                         where c.guardian_id = :guardian
                           and not exists (
                               select from credentials.credential n
                                where n.guardian_id = c.guardian_id and n.cause = c.cause
                                  and n.edition > c.edition)
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
                           and not exists (
                               select from credentials.credential n
                                where n.guardian_id = c.guardian_id and n.cause = c.cause
                                  and n.edition > c.edition)
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

    private Credential credential(ResultSet row, int number) throws SQLException {
        CredentialId id = new CredentialId(row.getString("id"));
        NamedSeal.Opened opened =
                named.open(id, row.getString("document"), row.getString("document_sealed"));
        return new Credential(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                row.getString("cause"),
                row.getInt("edition"),
                id,
                CredentialKind.ofSlug(row.getString("kind")),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                row.getString("division"),
                new StatusPosition(row.getInt("list"), row.getInt("position")),
                opened.holder(),
                opened.document(),
                instant(row),
                row.getTimestamp("signed_at").toInstant());
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
