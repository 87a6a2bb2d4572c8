package org.jiaxue.statistics;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts that figures are counted from, and the figures. */
@Component
class StatisticsData implements PersonalData {

    private static final String FIGURES = "sums that are published, withheld where few";

    private static final String ROLLED_UP =
            "sums of a term that runs; who is in them cannot be told without the operator's secret";

    private static final String OFFERED = "what institutions offer to everybody";

    /** How a fact's cause begins that leads to nobody any more. */
    private static final String NOBODYS = "nobody:";

    private final JdbcClient jdbc;
    private final ClosingStore closings;
    private final Folding folding;

    StatisticsData(JdbcClient jdbc, ClosingStore closings, Folding folding) {
        this.jdbc = jdbc;
        this.closings = closings;
        this.folding = folding;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("statistics")
                .table("fact")
                .guardian("guardian_id")
                .derived("cause", "kind", "day", "week", "division", "stage")
                .untold("numbers by which rows find each other", "cause")
                .untold("follows from the day", "week")
                .table("day")
                .nobody(ROLLED_UP, "division", "day", "stage", "kind", "guardians")
                .table("closing")
                .nobody(FIGURES, "week")
                .table("figure")
                .nobody(FIGURES, "part", "measure", "stage", "unit", "first", "last", "mark")
                .table("parent_school")
                .nobody(OFFERED, "organisation_id", "since", "county", "platform", "told_on")
                .table("school_count")
                .nobody(OFFERED, "week", "county", "kind")
                .table("session")
                .nobody(OFFERED, "session_id", "week", "division", "stage");
    }

    /** A fact without what leads to a person. */
    private record Bare(
            String kind,
            LocalDate week,
            String division,
            @Nullable String stage,
            boolean counted) {}

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows facts = teller.list("facts", "day", "kind", "place", "stage", "counted");
        jdbc.sql(
                        """
                        select day, kind, division, stage,
                               counted and exists (
                                   select from statistics.closing c where c.week = fact.week)
                                   as counted
                        from statistics.fact
                        where guardian_id = :guardian
                        order by day, cause
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        facts.add(
                                row.getObject("day", LocalDate.class),
                                kind(teller, row.getString("kind")),
                                teller.place(row.getString("division")),
                                teller.coded("identity.stage.", row.getString("stage")),
                                row.getBoolean("counted")));
    }

    /** A certificate is counted, or what was learned. */
    private static Teller.@Nullable Coded kind(Teller teller, String kind) {
        boolean certificate = kind.equals(Measure.CREDENTIAL);
        return teller.coded(certificate ? "statistics.told.kind." : "learning.told.kind.", kind);
    }

    /**
     * Puts what a term that is not closed yet still has to count under a fresh id that leads
     * nowhere, one a term, and removes the rest. What is in the roll-ups stays there as it is, and
     * what is not is folded first, so that nobody is counted there under two ids. No week is closed
     * meanwhile: what is counted there must not change between two of its statements.
     */
    @Override
    public void erase(GuardianId guardian) {
        closings.holdOff();
        folding.fold(guardian);
        List<Bare> left = counting(guardian);
        Map<Term, UUID> nobody = new HashMap<>();
        for (Bare fact : left) {
            Term term = Period.weekOf(fact.week()).term();
            keep(nobody.computeIfAbsent(term, _ -> Ids.random()), fact);
        }
        jdbc.sql("delete from statistics.fact where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }

    /** What may yet be counted in a figure: not taken back, and in a term that is not closed. */
    private List<Bare> counting(GuardianId guardian) {
        @Nullable LocalDate last = closings.closed().map(ClosingStore.Closed::last).orElse(null);
        List<Bare> left = new ArrayList<>();
        jdbc.sql(
                        """
                        select kind, week, division, stage, counted
                        from statistics.fact
                        where guardian_id = :guardian and not revoked
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) -> {
                    Bare fact =
                            new Bare(
                                    row.getString("kind"),
                                    row.getObject("week", LocalDate.class),
                                    row.getString("division"),
                                    row.getString("stage"),
                                    row.getBoolean("counted"));
                    if (open(fact, last)) {
                        left.add(fact);
                    }
                });
        return left;
    }

    private static boolean open(Bare fact, @Nullable LocalDate last) {
        Period term = Period.of(Period.weekOf(fact.week()).term());
        return last == null
                || fact.week().isAfter(last)
                || (fact.counted() && term.lastWeek().isAfter(last));
    }

    private void keep(UUID nobody, Bare fact) {
        jdbc.sql(
                        """
                        insert into statistics.fact
                            (guardian_id, cause, kind, day, week, division, stage, counted)
                        values (:nobody, :cause, :kind, :week, :week, :division, :stage, :counted)
                        """)
                .param("nobody", nobody)
                .param("cause", NOBODYS + Ids.random().toString().replace("-", ""))
                .param("kind", fact.kind())
                .param("week", fact.week())
                .param("division", fact.division())
                .param("stage", fact.stage())
                .param("counted", fact.counted())
                .update();
    }
}
