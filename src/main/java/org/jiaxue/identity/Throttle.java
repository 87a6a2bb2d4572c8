package org.jiaxue.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how often something is tried in windows of time, in the database, for every process.
 * Whoever counts names a {@link Bound}; of what is counted only a keyed hash is kept, and that is
 * swept away when its window is over.
 */
@Component
public class Throttle {

    private static final int HIGHEST = 1_000_000;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Times times;

    Throttle(JdbcClient jdbc, Secrets secrets, Times times) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.times = times;
    }

    /**
     * A bound: at most so many in each window.
     *
     * @param name unlike that of any other, in capitals; what was counted is found by it again
     * @param window whole seconds; windows follow one another from the epoch on
     */
    public record Bound(String name, int most, Duration window) {}

    /** How often something was tried in the window that ends then. */
    public record Tried(Instant until, int times) {}

    /** Counts one try; where it is over the bound, how long to wait before the next. */
    public Optional<Duration> over(Bound bound, String what) {
        Instant now = times.now();
        long window = bound.window().toSeconds();
        Instant end = Instant.ofEpochSecond((now.getEpochSecond() / window + 1) * window);
        int tried =
                jdbc.sql(
                                """
                                insert into identity.throttle as kept (bucket, window_end, tried)
                                values (:bucket, :end, 1)
                                on conflict (bucket, window_end)
                                do update set tried = least(kept.tried + 1, :highest)
                                returning tried
                                """)
                        .param("bucket", bucket(bound, what))
                        .param("end", end.atOffset(ZoneOffset.UTC))
                        .param("highest", HIGHEST)
                        .query(Integer.class)
                        .single();
        return tried > bound.most() ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    /** How often this was tried, as far as it has not been swept away. */
    public List<Tried> tried(Bound bound, String what) {
        return jdbc.sql(
                        """
                        select window_end, tried from identity.throttle
                        where bucket = :bucket order by window_end
                        """)
                .param("bucket", bucket(bound, what))
                .query(Throttle::tried)
                .list();
    }

    /** Takes back one try of this window that turned out to be none that is counted. */
    public void takeBack(Bound bound, String what) {
        jdbc.sql(
                        """
                        update identity.throttle set tried = tried - 1
                        where bucket = :bucket and window_end > :now and tried > 0
                        """)
                .param("bucket", bucket(bound, what))
                .param("now", times.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets how often this was tried. */
    public void forget(Bound bound, String what) {
        jdbc.sql("delete from identity.throttle where bucket = :bucket")
                .param("bucket", bucket(bound, what))
                .update();
    }

    /** Removes windows that are over, at most so many at a time; returns how many. */
    public int sweep(Instant before, int most) {
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

    private String bucket(Bound bound, String what) {
        return secrets.hash("identity.throttle." + bound.name(), what);
    }

    private static Tried tried(ResultSet row, int number) throws SQLException {
        return new Tried(row.getTimestamp("window_end").toInstant(), row.getInt("tried"));
    }
}
