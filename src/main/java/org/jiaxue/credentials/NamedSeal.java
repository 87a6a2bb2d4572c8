package org.jiaxue.credentials;

import java.util.List;
import java.util.UUID;
import org.jiaxue.credentials.badge.Badge;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Closes and opens what is kept of a certificate that bears a name, so that neither the database
 * nor what is left of deleted rows in its files can be read. A document is bound to its number.
 *
 * <p>Certificates of before stood in clear; they are sealed when this begins, before anything reads
 * them, a bounded batch at a time. A start that is broken off leaves the rest to the next one. It
 * comes after the issuer, whose key shows whether the secret is the right one.
 */
@Component
@DependsOn("signer")
class NamedSeal {

    private static final Logger LOG = LoggerFactory.getLogger(NamedSeal.class);
    private static final String PURPOSE = "credentials.named";

    /** Certificates that are sealed at a time. */
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Seal seal;

    NamedSeal(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.seal = secrets.seal(PURPOSE);
        int sealed = sealRest();
        if (sealed > 0) {
            LOG.info("sealed certificates={}", sealed);
        }
    }

    /** A document and the name in it, null for none. */
    record Opened(@Nullable String holder, String document) {}

    String close(String document, CredentialId id) {
        return seal.close(document, bound(id));
    }

    /**
     * What was kept, of which exactly one is there. A sealed text that was touched, or taken from
     * another row, opens as a document that says nothing, which a check finds altered.
     *
     * @param clear a document that names nobody
     */
    Opened open(CredentialId id, @Nullable String clear, @Nullable String sealed) {
        if (clear != null) {
            return new Opened(null, clear);
        }
        String document = sealed == null ? "" : seal.openText(sealed, bound(id)).orElse("");
        String holder = StrictJson.read(document).map(Badge::holder).orElse("");
        return new Opened(holder, document);
    }

    /** Seals what stands in clear; answers how many. */
    int sealRest() {
        int sealed = 0;
        List<InClear> found = inClear();
        while (!found.isEmpty()) {
            for (InClear one : found) {
                sealed += seal(one);
            }
            found = inClear();
        }
        return sealed;
    }

    private record InClear(
            UUID guardian, String cause, int edition, CredentialId id, String document) {}

    private List<InClear> inClear() {
        return jdbc.sql(
                        """
                        select guardian_id, cause, edition, id, document
                          from credentials.credential
                         where holder_name is not null
                         limit :batch
                        """)
                .param("batch", BATCH)
                .query((row, _) ->
                        new InClear(
                                row.getObject("guardian_id", UUID.class),
                                row.getString("cause"),
                                row.getInt("edition"),
                                new CredentialId(row.getString("id")),
                                row.getString("document")))
                .list();
    }

    private int seal(InClear one) {
        return jdbc.sql("select credentials.seal(:guardian, :cause, :edition, :sealed)")
                .param("guardian", one.guardian())
                .param("cause", one.cause())
                .param("edition", one.edition())
                .param("sealed", close(one.document(), one.id()))
                .query(Integer.class)
                .single();
    }

    private static String bound(CredentialId id) {
        return "document:" + id.value();
    }
}
