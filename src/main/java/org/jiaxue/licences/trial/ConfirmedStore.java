package org.jiaxue.licences.trial;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was confirmed, for many guardians at once. */
@Component
class ConfirmedStore {

    private final JdbcClient jdbc;

    ConfirmedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A level that somebody has confirmed. */
    record Confirmed(UUID guardian, String scheme, String layer, String period, int level) {}

    /** Everything that was confirmed to these guardians for these periods. */
    Set<Confirmed> confirmed(Collection<GuardianId> guardians, Collection<String> periods) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select guardian_id, scheme, layer, period, level
                                from licences.confirmation
                                where guardian_id = any (:guardians) and state = 'confirmed'
                                  and period = any (:periods)
                                """)
                        .param(
                                "guardians",
                                guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                        .param("periods", periods.toArray(String[]::new))
                        .query((row, _) ->
                                new Confirmed(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getInt(5)))
                        .list());
    }
}
