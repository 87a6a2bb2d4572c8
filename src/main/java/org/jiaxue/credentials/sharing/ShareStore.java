package org.jiaxue.credentials.sharing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps links by their holder. */
@Component
class ShareStore {

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the first free place; false when there is none or another one was faster. */
    boolean insert(
            GuardianId guardian, CredentialId id, Share share, String tokenHash, int places) {
        int inserted =
                jdbc.sql(
                                """
                                insert into credentials.share
                                       (guardian_id, credential_id, place, share_id, token_hash,
                                        made_at, ends_at)
                                select :guardian, :id, free.place, :share, :hash, :made, :ends
                                  from generate_series(1, :places) free (place)
                                 where not exists (
                                       select from credentials.share s
                                        where s.guardian_id = :guardian
                                          and s.credential_id = :id and s.place = free.place)
                                 order by free.place
                                 limit 1
                                on conflict do nothing
                                """)
                        .param("guardian", guardian.value())
                        .param("id", id.value())
                        .param("share", share.id())
                        .param("hash", tokenHash)
                        .param("made", share.madeAt().atOffset(ZoneOffset.UTC))
                        .param("ends", share.endsAt().atOffset(ZoneOffset.UTC))
                        .param("places", places)
                        .update();
        return inserted == 1;
    }

    List<Share> alive(GuardianId guardian, CredentialId id, Instant now) {
        return jdbc.sql(
                        """
                        select share_id, made_at, ends_at from credentials.share
                         where guardian_id = :guardian and credential_id = :id and ends_at > :now
                         order by made_at desc, share_id desc
                        """)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Share(
                                row.getObject("share_id", UUID.class),
                                row.getTimestamp("made_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    void delete(GuardianId guardian, CredentialId id, UUID share) {
        jdbc.sql(
                        """
                        delete from credentials.share
                         where guardian_id = :guardian and credential_id = :id
                           and share_id = :share
                        """)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .param("share", share)
                .update();
    }

    void deleteEnded(GuardianId guardian, CredentialId id, Instant now) {
        jdbc.sql(
                        """
                        delete from credentials.share
                         where guardian_id = :guardian and credential_id = :id and ends_at <= :now
                        """)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isAlive(CredentialId id, String tokenHash, Instant now) {
        return jdbc.sql(
                        """
                        select exists (
                               select from credentials.holder h
                                 join credentials.share s
                                   on s.guardian_id = h.guardian_id
                                  and s.credential_id = h.credential_id
                                where h.credential_id = :id and s.token_hash = :hash
                                  and s.ends_at > :now)
                        """)
                .param("id", id.value())
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
