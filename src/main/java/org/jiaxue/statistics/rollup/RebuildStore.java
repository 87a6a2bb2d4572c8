package org.jiaxue.statistics.rollup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaxue.statistics.closing.Fact;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts as they are kept. */
@Component
class RebuildStore {

    private final JdbcClient jdbc;

    RebuildStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact, and whether it was taken back. */
    record Kept(Fact fact, boolean revoked) {

        /** Whether it says the same. What was taken back before it was told says less. */
        boolean says(Kept right) {
            return revoked == right.revoked && (revoked || fact.equals(right.fact));
        }
    }

    /** Guardians' facts from a day on, without those that lead to nobody. */
    List<Kept> between(GuardianId after, GuardianId upTo, LocalDate from) {
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

    void remove(List<Fact> facts) {
        jdbc.sql(
                        """
                        delete from statistics.fact f
                        using unnest(cast(:guardians as uuid[]), cast(:causes as text[]))
                            as wrong (guardian_id, cause)
                        where f.guardian_id = wrong.guardian_id and f.cause = wrong.cause
                        """)
                .param(
                        "guardians",
                        facts.stream().map(it -> it.guardian().toString()).toArray(String[]::new))
                .param("causes", facts.stream().map(Fact::cause).toArray(String[]::new))
                .update();
    }
}
