package org.jiaxue.statistics.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaxue.statistics.Period;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class FactStore {

    private final JdbcClient jdbc;

    public FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps facts; one that is there already stays as it is. They are written in one order, so that
     * two who keep the same ones wait for each other and never both.
     */
    public void keep(List<Fact> told) {
        List<Fact> facts =
                told.stream()
                        .sorted(Comparator.comparing(Fact::guardian).thenComparing(Fact::cause))
                        .toList();
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
    public Optional<LocalDate> firstWeek() {
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
    public void forget(String division, LocalDate before) {
        jdbc.sql("delete from statistics.fact where division = :division and week < :before")
                .param("division", division)
                .param("before", before)
                .update();
    }

    /** A fact, and whether it was taken back. */
    public record Kept(Fact fact, boolean revoked) {

        /** Whether it says the same. What was taken back before it was told says less. */
        public boolean says(Kept right) {
            return revoked == right.revoked && (revoked || fact.equals(right.fact));
        }
    }

    /** Guardians' facts from a day on, without those that lead to nobody. */
    public List<Kept> between(GuardianId after, GuardianId upTo, LocalDate from) {
        return jdbc.sql(
                        """
                        select guardian_id, cause, kind, day, division, stage, revoked
                        from statistics.fact
                        where guardian_id > :after and guardian_id <= :upTo
                          and week >= :from and cause not like 'nobody:%'
                        """)
                .param("after", after.value())
                .param("upTo", upTo.value())
                .param("from", from)
                .query((row, _) ->
                        new Kept(
                                new Fact(
                                        new GuardianId(row.getObject("guardian_id", UUID.class)),
                                        row.getString("cause"),
                                        row.getString("kind"),
                                        row.getObject("day", LocalDate.class),
                                        row.getString("division"),
                                        row.getString("stage")),
                                row.getBoolean("revoked")))
                .list();
    }

    /** Removes facts, whatever else they say. */
    public void remove(List<Fact> facts) {
        jdbc.sql(
                        """
                        delete from statistics.fact f
                        using unnest(cast(:guardians as uuid[]), cast(:causes as text[]))
                            as wrong (guardian_id, cause)
                        where f.guardian_id = wrong.guardian_id and f.cause = wrong.cause
                        """)
                .param("guardians", column(facts, fact -> fact.guardian().toString()))
                .param("causes", column(facts, Fact::cause))
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
