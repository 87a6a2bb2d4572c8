package org.jiaxue.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.IndexOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements by which whole ranges of ledgers are gone through again. */
@Component
class ResettlingStore {

    private static final int FETCHED = 5_000;

    private final JdbcClient jdbc;

    ResettlingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a re-run needs of a line.
     *
     * @param entry the first line of the event
     */
    record LineRow(
            GuardianId guardian,
            UUID entry,
            UUID event,
            Rule.Ref rule,
            String category,
            int points,
            String state) {}

    /** The versions of the accounts that come next after a guardian, in order. */
    Map<GuardianId, Long> accounts(GuardianId after, GuardianId last, int most) {
        Map<GuardianId, Long> versions = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select guardian_id, version
                        from points.account
                        where guardian_id > :after and guardian_id <= :last
                        order by guardian_id
                        limit :most
                        """)
                .param("after", after.value())
                .param("last", last.value())
                .param("most", most)
                .query(row -> {
                    versions.put(guardian(row), row.getLong("version"));
                });
        return versions;
    }

    /**
     * Reads lines from an instant on, from the index {@code entry_by_time_idx} alone: by guardian,
     * the latest first, and of one event that which was written last.
     */
    void lines(GuardianId after, GuardianId upTo, Instant from, Consumer<LineRow> reader) {
        IndexOrder.untilCommit(jdbc);
        Map<String, Owner> owners = new HashMap<>();
        jdbc.sql(
                        """
                        select guardian_id, coalesce(corrects_entry_id, entry_id) as original_id,
                               event_id, rule_owner, rule_version, category, points, state
                        from points.entry
                        where guardian_id > :after and guardian_id <= :upTo
                          and occurred_at >= cast(:from as timestamptz)
                        order by guardian_id, occurred_at desc, entry_id desc
                        """)
                .param("after", after.value())
                .param("upTo", upTo.value())
                .param("from", from.toString())
                .withFetchSize(FETCHED)
                .query(row -> {
                    reader.accept(line(row, owners));
                });
    }

    /**
     * Locks the accounts that are still at the version at which they were read, until the
     * transaction ends; answers those. In the order of guardians, as everybody locks.
     */
    Set<GuardianId> lockUnchanged(Map<GuardianId, Long> versions) {
        List<GuardianId> guardians = versions.keySet().stream().sorted().toList();
        return new HashSet<>(
                jdbc.sql(
                                """
                                update points.account a
                                set version = a.version + 1
                                from (
                                    select told.guardian_id, told.version
                                    from lateral unnest(
                                            cast(:guardians as uuid[]),
                                            cast(:versions as bigint[]))
                                        as told (guardian_id, version)
                                    order by told.guardian_id
                                ) as seen
                                where a.guardian_id = seen.guardian_id
                                  and a.version = seen.version
                                returning a.guardian_id
                                """)
                        .param("guardians", texts(guardians))
                        .param("versions", texts(guardians.stream().map(versions::get).toList()))
                        .query((row, _) -> guardian(row))
                        .list());
    }

    /** Millions of rows name a handful of owners, whose keys are read once. */
    private static LineRow line(ResultSet row, Map<String, Owner> owners) throws SQLException {
        Owner owner =
                owners.computeIfAbsent(
                        row.getString(4), key -> Owner.ofKey(key).orElse(Rule.Ref.NONE.owner()));
        return new LineRow(
                new GuardianId(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                new Rule.Ref(owner, row.getInt(5)),
                row.getString(6),
                row.getInt(7),
                row.getString(8));
    }

    private static GuardianId guardian(ResultSet row) throws SQLException {
        return new GuardianId(row.getObject("guardian_id", UUID.class));
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
