package org.jiaxue.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class SweepTests {

    private static final int MORE_THAN_ONE_ROUND = 5_001;

    @Autowired SweepJob job;
    @Autowired CodeStore codes;
    @Autowired Times times;
    @Autowired JdbcClient jdbc;

    @Test
    void codes_that_have_ended_go_round_by_round_and_the_others_stay() {
        Instant now = times.now();
        codes.put("a".repeat(64), "good", now.plus(Duration.ofMinutes(5)));
        ended(MORE_THAN_ONE_ROUND);

        assertThat(codes.sweep(now, 2)).isEqualTo(2);
        ended(MORE_THAN_ONE_ROUND);
        job.sweep();

        assertThat(jdbc.sql("select code_hash from identity.code").query(String.class).list())
                .containsExactly("good");
    }

    private void ended(int many) {
        jdbc.sql(
                        """
                        insert into identity.code (phone_hash, code_hash, expires_at)
                        select lpad(n::text, 64, '0'), 'ended', now() - interval '1 day'
                        from generate_series(1, :many) n
                        on conflict (phone_hash) do nothing
                        """)
                .param("many", many)
                .update();
    }
}
