package org.jiaxue.statistics.supply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiaxue.statistics.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of activities, each once. */
@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session and the day on which it begins, in the region's zone. */
    record Held(String session, LocalDate day, String division, String stage) {}

    /** Sessions of a week, by the first digits of where they took place and whom they were for. */
    record Count(String part, LocalDate week, String stage, long sessions) {}

    /**
     * Keeps sessions; one that is there already stays as it is.
     *
     * @param counted whether they count although their week may be closed
     */
    void keep(List<Held> sessions, boolean counted) {
        jdbc.sql(
                        """
                        insert into statistics.session (session_id, week, division, stage, counted)
                        select told.session, told.week, told.division, told.stage, :counted
                        from unnest(
                            cast(:sessions as uuid[]), cast(:weeks as date[]),
                            cast(:divisions as text[]), cast(:stages as text[]))
                            as told (session, week, division, stage)
                        on conflict (session_id) do nothing
                        """)
                .param("counted", counted)
                .param("sessions", column(sessions, Held::session))
                .param("weeks", column(sessions, it -> Period.weekOf(it.day()).from().toString()))
                .param("divisions", column(sessions, Held::division))
                .param("stages", column(sessions, Held::stage))
                .update();
    }

    /** The week of the earliest session. */
    Optional<LocalDate> firstWeek() {
        return jdbc.sql("select min(week) from statistics.session")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Settles which sessions of a week count: those that were told by now. */
    void settle(LocalDate week) {
        jdbc.sql("update statistics.session set counted = true where week = :week")
                .param("week", week)
                .update();
    }

    /** What counts of a division's weeks from one Monday to another. */
    List<Count> counts(String division, int digits, LocalDate first, LocalDate last) {
        return jdbc.sql(
                        """
                        select left(division, :digits) as part, week, stage, count(*) as sessions
                        from statistics.session
                        where counted and week between :first and :last
                          and division >= :division and division < :beyond
                        group by 1, 2, 3
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .param("first", first)
                .param("last", last)
                .query((row, _) ->
                        new Count(
                                row.getString("part"),
                                row.getObject("week", LocalDate.class),
                                row.getString("stage"),
                                row.getLong("sessions")))
                .list();
    }

    private static String[] column(List<Held> sessions, Function<Held, String> cell) {
        return sessions.stream().map(cell).toArray(String[]::new);
    }
}
