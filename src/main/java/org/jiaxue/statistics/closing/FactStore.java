package org.jiaxue.statistics.closing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.statistics.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class FactStore {

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts of one group of facts.
     *
     * @param digits how many first digits of a division tell the parts apart
     * @param part these digits of where the guardians lived; fewer where no more is known
     * @param stage the stage of what was learned; empty for all stages together
     * @param facts how many facts
     * @param guardians how many different guardians
     */
    record Count(int digits, String part, String stage, long facts, long guardians) {}

    /** Keeps facts; one that is there already stays as it is. */
    public void keep(List<Fact> facts) {
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

    /**
     * Marks a fact as taken back, also one that has not been told yet; where its week is closed
     * already, it goes on counting.
     */
    public void revoke(Fact fact) {
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

    /** The week of the earliest fact. */
    Optional<LocalDate> firstWeek() {
        return jdbc.sql("select min(week) from statistics.fact")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * The provinces in which anything ever happened, in order of code. Leaps from one to the next
     * by the key, so that the facts inside are not read.
     */
    List<String> provinces() {
        return jdbc.sql(
                        """
                        with recursive province (code) as (
                            select left(min(division), 2) from statistics.fact
                            union all
                            select (select left(min(division), 2) from statistics.fact
                                    where division > province.code || '~')
                            from province where province.code is not null)
                        select code from province where code is not null order by code
                        """)
                .query(String.class)
                .list();
    }

    /** Settles what counts of a province's week: what is there now and was not taken back. */
    void settle(String province, LocalDate week) {
        jdbc.sql(
                        """
                        update statistics.fact set counted = true
                        where week = :week and not revoked
                          and division >= :province and division < :beyond
                        """)
                .param("province", province)
                .param("beyond", province + "~")
                .param("week", week)
                .update();
    }

    /**
     * What counts of a province's weeks, by parts of every level, over all stages and by stage.
     *
     * @param from the first Monday
     * @param until the first Monday that is no longer counted
     */
    List<Count> count(String province, List<String> kinds, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select digits, left(division, digits) as part, count(*) as facts,
                               case when grouping(stage) = 1 then '' else coalesce(stage, '-') end
                                   as stage,
                               count(distinct guardian_id) as guardians
                        from statistics.fact
                             cross join unnest(cast(:levels as int[])) as level (digits)
                        where week >= :from and week < :until and counted
                          and kind = any (cast(:kinds as text[]))
                          and division >= :province and division < :beyond
                        group by grouping sets
                            ((digits, left(division, digits)),
                             (digits, left(division, digits), stage))
                        """)
                .param("province", province)
                .param("beyond", province + "~")
                .param("levels", digits())
                .param("from", from)
                .param("until", until)
                .param("kinds", kinds.toArray(String[]::new))
                .query((row, _) ->
                        new Count(
                                row.getInt("digits"),
                                row.getString("part"),
                                row.getString("stage"),
                                row.getLong("facts"),
                                row.getLong("guardians")))
                .list();
    }

    private static Integer[] digits() {
        return Arrays.stream(Level.values()).map(Level::digits).toArray(Integer[]::new);
    }

    private static LocalDate week(Fact fact) {
        return Period.weekOf(fact.day()).from();
    }

    private static @Nullable String[] column(
            List<Fact> facts, Function<Fact, @Nullable String> cell) {
        return facts.stream().map(cell).toArray(String[]::new);
    }
}
