package org.jiaxue.bench;

import org.jiaxue.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Guardians {@code md5('guardian ' || g)}, numbered from 1, each with a token that is known here.
 */
public final class StoredGuardians {

    /** The token of guardian g, made of {@code :seed}. */
    public static final String TOKEN = "left(md5(:seed || g::text) || md5(g::text || :seed), 43)";

    private final JdbcClient owner;
    private final int guardians;
    private final String seed = Ids.token(Long.BYTES);

    public StoredGuardians(JdbcClient owner, int guardians) {
        this.owner = owner;
        this.guardians = guardians;
    }

    /** What {@link #TOKEN} is made of. */
    public String seed() {
        return seed;
    }

    /**
     * Removes what an earlier measurement left, and stores them anew.
     *
     * @param kind of their tokens, COOKIE or BEARER
     */
    public void fill(String kind) {
        owner.sql(
                        "truncate identity.guardian, identity.token, learning.playback,"
                                + " learning.coverage")
                .update();
        owner.sql(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, division, may_record, joined_at)
                        select md5('guardian ' || g)::uuid, '', '330102', true, clock_timestamp()
                        from generate_series(1, :guardians) g
                        """)
                .param("guardians", guardians)
                .update();
        owner.sql(
                        """
                        insert into identity.token
                            (token_hash, kind, guardian_id, scopes, issued_at, expires_at)
                        select encode(sha256(convert_to(t.token, 'UTF8')), 'hex'), :kind,
                               t.guardian_id, 'LEARN READ', now(), now() + interval '1 day'
                        from (
                            select md5('guardian ' || g)::uuid as guardian_id, %s as token
                            from generate_series(1, :guardians) g) t
                        """
                                .formatted(TOKEN))
                .param("kind", kind)
                .param("seed", seed)
                .param("guardians", guardians)
                .update();
    }
}
