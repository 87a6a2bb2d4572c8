package org.jiaxue.statistics.rollup;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of one division that count. */
@Component
class RollingUpStore {

    private static final int FETCHED = 5_000;

    private final JdbcClient jdbc;

    RollingUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks what counts after a week: all that is there and was not taken back. */
    void follow(String division, LocalDate after) {
        jdbc.sql(
                        """
                        update statistics.fact set counted = not counted
                        where division = :division and week > :after and counted = revoked
                        """)
                .param("division", division)
                .param("after", after)
                .update();
    }

    /** Reads what counts from a week on; brought bit by bit, so only in a transaction. */
    void read(String division, LocalDate from, BiConsumer<GuardianId, Day> reader) {
        jdbc.sql(
                        """
                        select guardian_id, day, coalesce(stage, '') as stage, kind
                        from statistics.fact
                        where division = :division and week >= :from and counted
                        """)
                .param("division", division)
                .param("from", from)
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> {
                    reader.accept(
                            new GuardianId(row.getObject("guardian_id", UUID.class)),
                            new Day(
                                    division,
                                    row.getObject("day", LocalDate.class),
                                    row.getString("stage"),
                                    row.getString("kind")));
                });
    }
}
