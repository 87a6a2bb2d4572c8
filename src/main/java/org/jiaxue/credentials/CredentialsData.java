package org.jiaxue.credentials;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.Keeps.Kind;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Certificates as issued, whose they are, and where their status stands. */
@Component
class CredentialsData implements PersonalData {

    private static final String ISSUER = "the issuer's own, fixed at the first start";
    private static final String PUBLIC = "a signed list of bits that names nobody";
    private static final String EMPTY =
            "takes nothing any more; a name of before is sealed as the service starts";
    private static final String STATUS =
            "the certificate's random number with its place in a public list, so that the file in"
                    + " its holder's hands still checks; nothing here leads to the holder";

    private final JdbcClient jdbc;
    private final NamedSeal named;

    CredentialsData(JdbcClient jdbc, NamedSeal named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("credentials")
                .table("issuer")
                .nobody(ISSUER, "base_url", "did", "name_zh", "name_en")
                .nobody(ISSUER, "public_key", "sealed_key")
                .table("credential")
                .guardian("guardian_id")
                .derived("cause", "id", "kind", "name_zh", "name_en", "division", "document")
                .untold("what it was issued for; the certificate says it", "cause")
                .sealed("document_sealed")
                .nobody(EMPTY, "holder_name")
                .table("share")
                .guardian("guardian_id")
                .derived("credential_id", "share_id", "token_hash")
                .untold("the link's own number", "share_id")
                .untold("a keyed hash of what opens the link", "token_hash")
                .table("holder")
                .guardian("credential_id", "guardian_id")
                .table("status_list")
                .nobody(PUBLIC, "document")
                .table("status_position")
                .staying(Kind.DERIVED, STATUS, "credential_id")
                .table("revocation")
                .staying(Kind.DERIVED, STATUS, "credential_id", "reason")
                .staff("who withdrew it", "officer_id")
                .derived("note");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        tellCertificates(guardian, teller);
        Teller.Rows links = teller.list("links", "number", "madeAt", "until");
        jdbc.sql(
                        """
                        select credential_id, made_at, ends_at from credentials.share
                        where guardian_id = :guardian
                        order by made_at, share_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        links.add(
                                row.getString("credential_id"),
                                row.getTimestamp("made_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()));
    }

    private void tellCertificates(GuardianId guardian, Teller teller) {
        Teller.Rows certificates =
                teller.list(
                        "certificates",
                        "issuedAt",
                        "name",
                        "bears",
                        "kind",
                        "number",
                        "place",
                        "withdrawnAt",
                        "reason",
                        "note",
                        "file");
        jdbc.sql(
                        """
                        select c.id, c.kind, c.name_zh, c.name_en, c.division, c.issued_at,
                               c.document, c.document_sealed, r.revoked_at, r.reason, r.note
                        from credentials.credential c
                        left join credentials.revocation r using (list, position)
                        where c.guardian_id = :guardian
                        order by c.issued_at, c.id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) -> tell(row, certificates, teller));
    }

    private void tell(ResultSet row, Teller.Rows certificates, Teller teller) throws SQLException {
        NamedSeal.Opened opened =
                named.open(
                        new CredentialId(row.getString("id")),
                        row.getString("document"),
                        row.getString("document_sealed"));
        String file = "certificates/" + row.getString("id") + ".json";
        @Nullable Timestamp withdrawn = row.getTimestamp("revoked_at");
        certificates.add(
                row.getTimestamp("issued_at").toInstant(),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                opened.holder(),
                teller.coded("credentials.told.kind.", row.getString("kind")),
                row.getString("id"),
                teller.place(row.getString("division")),
                withdrawn == null ? null : withdrawn.toInstant(),
                teller.coded("credentials.reason.", row.getString("reason")),
                noted(row.getString("note")),
                file);
        byte[] document = opened.document().getBytes(StandardCharsets.UTF_8);
        teller.file(file, () -> document);
    }

    /** What the officer noted on a withdrawal; null for nothing. */
    private static @Nullable String noted(@Nullable String note) {
        return note == null || note.isEmpty() ? null : note;
    }

    @Override
    public void erase(GuardianId guardian) {
        jdbc.sql("delete from credentials.share where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql(
                        """
                        update credentials.revocation set note = ''
                        where credential_id in (
                            select id from credentials.credential where guardian_id = :guardian)
                        """)
                .param("guardian", guardian.value())
                .update();
        jdbc.sql(
                        """
                        delete from credentials.holder
                        where credential_id in (
                            select id from credentials.credential where guardian_id = :guardian)
                        """)
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from credentials.credential where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }
}
