package org.jiaxue.identity.family;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jiaxue.identity.Consent;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ConsentStore {

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(GuardianId guardian, Consent consent) {
        jdbc.sql(
                        """
                        insert into identity.consent
                            (guardian_id, consent_id, purpose, version, given, at)
                        values (:guardian, :id, :purpose, :version, :given, :at)
                        """)
                .param("guardian", guardian.value())
                .param("id", Ids.next())
                .param("purpose", consent.purpose().name())
                .param("version", consent.version())
                .param("given", consent.given())
                .param("at", consent.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first; at most as many as are shown. */
    List<Consent> history(GuardianId guardian, int most) {
        return jdbc.sql(
                        """
                        select purpose, version, given, at from identity.consent
                        where guardian_id = :guardian
                        order by at desc, consent_id desc
                        limit :most
                        """)
                .param("guardian", guardian.value())
                .param("most", most)
                .query((row, _) ->
                        new Consent(
                                Purpose.valueOf(row.getString("purpose")),
                                row.getInt("version"),
                                row.getBoolean("given"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean given(GuardianId guardian, Purpose purpose) {
        return jdbc.sql(
                        """
                        select given from identity.consent
                        where guardian_id = :guardian and purpose = :purpose
                        order by at desc, consent_id desc
                        limit 1
                        """)
                .param("guardian", guardian.value())
                .param("purpose", purpose.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static Consent now(Purpose purpose, boolean given, Instant at) {
        return new Consent(purpose, purpose.version(), given, at);
    }
}
