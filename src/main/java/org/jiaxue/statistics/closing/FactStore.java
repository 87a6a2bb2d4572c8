package org.jiaxue.statistics.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** The week of the earliest fact that is in no figure and no roll-up yet. */
    Optional<LocalDate> firstWeek() {
        return jdbc.sql("select min(week) from statistics.fact where counted = revoked")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Where guardians lived. Leaps from one to the next, so that the facts are not read. */
    public List<String> divisions() {
        return jdbc.sql(
                        """
                        with recursive leap (division) as (
                            select min(division) from statistics.fact
                            union all
                            select (select min(division) from statistics.fact
                                    where division > leap.division)
                            from leap where leap.division is not null)
                        select division from leap where division is not null
                        """)
                .query(String.class)
                .list();
    }

    /** Forgets a division's facts of the weeks before one. */
    void forget(String division, LocalDate before) {
        jdbc.sql("delete from statistics.fact where division = :division and week < :before")
                .param("division", division)
                .param("before", before)
                .update();
    }

    private static LocalDate week(Fact fact) {
        return Period.weekOf(fact.day()).from();
    }

    private static @Nullable String[] column(
            List<Fact> facts, Function<Fact, @Nullable String> cell) {
        return facts.stream().map(cell).toArray(String[]::new);
    }
}
