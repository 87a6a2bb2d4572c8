package org.jiaxue.schools.members;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts how many codes a guardian looks at, in windows of time, for every process. */
@Repository
class Tries {

    /** How many codes a guardian may look at in one {@link #WINDOW}. */
    static final int MOST = 20;

    static final Duration WINDOW = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Tries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one look; beyond the bound, how long to wait before the next. */
    Optional<Duration> over(GuardianId guardian, Instant now) {
        long window = WINDOW.toSeconds();
        Instant end = Instant.ofEpochSecond((now.getEpochSecond() / window + 1) * window);
        int tried =
                jdbc.sql(
                                """
                                insert into schools.throttle as kept
                                    (guardian_id, window_end, tried)
                                values (:guardian, :end, 1)
                                on conflict (guardian_id, window_end)
                                do update set tried = least(kept.tried + 1, 1000000)
                                returning tried
                                """)
                        .param("guardian", guardian.value())
                        .param("end", end.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single();
        return tried > MOST ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    /** Removes windows that are over, at most so many; answers how many. */
    int sweep(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from schools.throttle
                        where (guardian_id, window_end) in (
                            select guardian_id, window_end from schools.throttle
                            where window_end < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
