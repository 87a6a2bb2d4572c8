package org.jiaxue.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FactStore {

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts of one group of facts.
     *
     * @param part the first digits of where the guardians lived
     * @param stage the stage asked by; empty for all stages together
     * @param week the week counted, null when a longer period was
     * @param month the first day of the month counted; null for a week and for all of the time
     * @param facts how many facts
     * @param guardians how many different guardians
     */
    record Count(
            String part,
            String stage,
            @Nullable LocalDate week,
            @Nullable LocalDate month,
            long facts,
            long guardians) {}

    /** Keeps facts; one that is there already stays as it is. */
    void keep(List<Fact> facts) {
        jdbc.sql(
                        """
                        insert into statistics.fact
                            (guardian_id, cause, kind, day, week, division, stage)
                        select * from unnest(
                            cast(:guardians as uuid[]), cast(:causes as text[]),
                            cast(:kinds as text[]), cast(:days as date[]),
                            cast(:weeks as date[]), cast(:divisions as text[]),
                            cast(:stages as text[]))
                        on conflict (guardian_id, cause) do nothing
                        """)
                .param("guardians", column(facts, fact -> fact.guardian().toString()))
                .param("causes", column(facts, Fact::cause))
                .param("kinds", column(facts, Fact::kind))
                .param("days", column(facts, fact -> fact.day().toString()))
                .param("weeks", column(facts, fact -> week(fact).toString()))
                .param("divisions", column(facts, Fact::division))
                .param("stages", column(facts, Fact::stage))
                .update();
    }

    /** Marks a fact as taken back, also one that has not been told yet. */
    void revoke(Fact fact) {
        jdbc.sql(
                        """
                        insert into statistics.fact
                            (guardian_id, cause, kind, day, week, division, revoked)
                        values (:guardian, :cause, :kind, :day, :week, :division, true)
                        on conflict (guardian_id, cause) do update set revoked = true
                        """)
                .param("guardian", fact.guardian().value())
                .param("cause", fact.cause())
                .param("kind", fact.kind())
                .param("day", fact.day())
                .param("week", week(fact))
                .param("division", fact.division())
                .update();
    }

    /**
     * Counts by week, by month (of the week's Thursday) and over all the weeks at once.
     *
     * @param digits how many first digits of a division tell parts apart
     * @param until the first Monday that is no longer counted
     */
    List<Count> count(
            String division, int digits, List<String> kinds, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select part, '' as stage, week, month, count(*) as facts,
                               count(distinct guardian_id) as guardians
                        from (select left(division, :digits) as part, week, guardian_id,
                                     cast(date_trunc('month', week + 3) as date) as month
                              from statistics.fact
                              where division >= :division and division < :beyond
                                and week >= :from and week < :until
                                and kind = any (cast(:kinds as text[])) and not revoked) counted
                        group by grouping sets ((part, week), (part, month), (part))
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .param("from", from)
                .param("until", until)
                .param("kinds", kinds.toArray(String[]::new))
                .query(FactStore::counted)
                .list();
    }

    /** The same by stage of what was learned; facts without a stage are left out. */
    List<Count> countByStage(
            String division, int digits, List<String> kinds, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select part, stage, week, month, count(*) as facts,
                               count(distinct guardian_id) as guardians
                        from (select left(division, :digits) as part, stage, week, guardian_id,
                                     cast(date_trunc('month', week + 3) as date) as month
                              from statistics.fact
                              where division >= :division and division < :beyond
                                and week >= :from and week < :until and stage is not null
                                and kind = any (cast(:kinds as text[])) and not revoked) counted
                        group by grouping sets
                            ((part, stage, week), (part, stage, month), (part, stage))
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .param("from", from)
                .param("until", until)
                .param("kinds", kinds.toArray(String[]::new))
                .query(FactStore::counted)
                .list();
    }

    private static Count counted(ResultSet row, int number) throws SQLException {
        return new Count(
                row.getString("part"),
                row.getString("stage"),
                row.getObject("week", LocalDate.class),
                row.getObject("month", LocalDate.class),
                row.getLong("facts"),
                row.getLong("guardians"));
    }

    private static LocalDate week(Fact fact) {
        return Period.weekOf(fact.day()).from();
    }

    private static @Nullable String[] column(
            List<Fact> facts, Function<Fact, @Nullable String> cell) {
        return facts.stream().map(cell).toArray(String[]::new);
    }
}
