package org.jiaxue.identity.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CodeStore {

    /** A code that was tried, with how often, this time counted. */
    record Tried(String hash, int tries) {}

    private final JdbcClient jdbc;

    CodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a phone's code; an earlier one is no longer good. */
    void put(String phoneHash, String codeHash, Instant until) {
        jdbc.sql(
                        """
                        insert into identity.code (phone_hash, code_hash, tries, expires_at)
                        values (:phone, :code, 0, :until)
                        on conflict (phone_hash) do update
                        set code_hash = excluded.code_hash, tries = 0,
                            expires_at = excluded.expires_at
                        """)
                .param("phone", phoneHash)
                .param("code", codeHash)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts a try before it is judged, so that tries at once cannot outrun the bound. */
    Optional<Tried> tried(String phoneHash, Instant now, int most) {
        return jdbc.sql(
                        """
                        update identity.code set tries = tries + 1
                        where phone_hash = :phone and expires_at > :now and tries < :most
                        returning code_hash, tries
                        """)
                .param("phone", phoneHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Tried(row.getString("code_hash"), row.getInt("tries")))
                .optional();
    }

    /** Uses a code up; false when somebody else just did. */
    boolean use(String phoneHash, String codeHash) {
        return jdbc.sql(
                                """
                                delete from identity.code
                                where phone_hash = :phone and code_hash = :code
                                """)
                        .param("phone", phoneHash)
                        .param("code", codeHash)
                        .update()
                > 0;
    }

    void remove(String phoneHash) {
        jdbc.sql("delete from identity.code where phone_hash = :phone")
                .param("phone", phoneHash)
                .update();
    }

    int sweep(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from identity.code
                        where phone_hash in (
                            select phone_hash from identity.code
                            where expires_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
