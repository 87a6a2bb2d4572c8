package org.jiaxue.licences.grading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one guardian's sums. */
@Component
public class SumStore {

    private final JdbcClient jdbc;

    SumStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sums of a scheme within a period, by the layer for which entries were counted. */
    public Map<String, Standing> standings(GuardianId guardian, String scheme, String period) {
        Map<String, Map<String, Integer>> sums = new HashMap<>();
        jdbc.sql(
                        """
                        select layer, name, value
                        from licences.sum
                        where guardian_id = :guardian and scheme = :scheme and period = :period
                        """)
                .param("guardian", guardian.value())
                .param("scheme", scheme)
                .param("period", period)
                .query(row -> {
                    sums.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        Map<String, Standing> standings = new HashMap<>();
        sums.forEach((layer, own) -> standings.put(layer, new Standing(own)));
        return standings;
    }

    /** The layer in which an entry was counted last. */
    public Optional<String> lastLayer(GuardianId guardian, String scheme) {
        return jdbc.sql(
                        """
                        select layer
                        from licences.counted
                        where guardian_id = :guardian and scheme = :scheme and layer is not null
                        order by counted_at desc, entry_id desc
                        limit 1
                        """)
                .param("guardian", guardian.value())
                .param("scheme", scheme)
                .query(String.class)
                .optional();
    }
}
