package org.jiaxue.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how often something is tried in windows of time, in the database, for every process. */
@Component
public class Throttle {

    /** A bound: at most so many in each window. */
    public enum Bound {
        CODES_A_PHONE_AN_HOUR(10, Duration.ofHours(1)),
        ARCHIVES_A_GUARDIAN_AN_HOUR(10, Duration.ofHours(1)),
        CODES_AN_ADDRESS_AN_HOUR(200, Duration.ofHours(1)),
        TRIES_AN_ADDRESS_TEN_MINUTES(100, Duration.ofMinutes(10)),
        CODES_A_STAFF_TEN_MINUTES(10, Duration.ofMinutes(10)),
        PASSWORDS_A_LOGIN_TEN_MINUTES(10, Duration.ofMinutes(10)),
        PASSWORDS_AN_ADDRESS_TEN_MINUTES(50, Duration.ofMinutes(10));

        private final int most;
        private final Duration window;

        Bound(int most, Duration window) {
            this.most = most;
            this.window = window;
        }

        int most() {
            return most;
        }
    }

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Times times;

    Throttle(JdbcClient jdbc, Secrets secrets, Times times) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.times = times;
    }

    /** Counts one try; where it is over the bound, how long to wait before the next. */
    public Optional<Duration> over(Bound bound, String what) {
        Instant now = times.now();
        long window = bound.window.toSeconds();
        Instant end = Instant.ofEpochSecond((now.getEpochSecond() / window + 1) * window);
        int tried =
                jdbc.sql(
                                """
                                insert into identity.throttle as kept (bucket, window_end, tried)
                                values (:bucket, :end, 1)
                                on conflict (bucket, window_end)
                                do update set tried = least(kept.tried + 1, 1000000)
                                returning tried
                                """)
                        .param("bucket", secrets.hash("identity.throttle." + bound.name(), what))
                        .param("end", end.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single();
        return tried > bound.most ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    /** Forgets how often this was tried. */
    public void forget(Bound bound, String what) {
        jdbc.sql("delete from identity.throttle where bucket = :bucket")
                .param("bucket", secrets.hash("identity.throttle." + bound.name(), what))
                .update();
    }

    /** Removes windows that are over, at most so many at a time; returns how many. */
    int sweep(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from identity.throttle
                        where (bucket, window_end) in (
                            select bucket, window_end from identity.throttle
                            where window_end < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
