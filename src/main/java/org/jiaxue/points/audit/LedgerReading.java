package org.jiaxue.points.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.IndexOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the ledgers of some guardians and says what is wrong in them; it never writes there. */
@Repository
class LedgerReading {

    /** So many entries are brought at a time. */
    private static final int FETCHED = 2_000;

    private final JdbcClient jdbc;

    LedgerReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Guardians that come after one, up to and with another, as the database compares ids. */
    record Range(UUID after, UUID upTo) {}

    record Entry(GuardianId guardian, UUID id, UUID event) {}

    /** The so manieth account after one; empty where there are fewer. */
    Optional<UUID> guardian(UUID after, int so) {
        return jdbc.sql(
                        """
                        select guardian_id from points.account
                        where guardian_id > :after
                        order by guardian_id offset :before limit 1
                        """)
                .param("after", after)
                .param("before", so - 1)
                .query(UUID.class)
                .optional();
    }

    int accounts(Range range) {
        return in(
                        range,
                        """
                        select count(*) from points.account
                        where guardian_id > :after and guardian_id <= :upTo
                        """)
                .query(Integer.class)
                .single();
    }

    /**
     * Accounts that say something else than their entries, here and in files, or are not there. One
     * statement, so that it sees both as one transaction left them.
     */
    List<Finding> balances(Range range) {
        List<Finding> found =
                in(
                                range,
                                """
                                select coalesce(a.guardian_id, l.guardian_id) as guardian_id,
                                       a.balance::bigint as says, coalesce(l.sum, 0) as sum
                                from (select guardian_id, balance from points.account
                                      where guardian_id > :after and guardian_id <= :upTo) a
                                full join (
                                    select guardian_id, sum(points)::bigint as sum
                                    from (
                                        select guardian_id,
                                               case when state in ('counted', 'kept')
                                                   then points else 0 end as points
                                        from points.entry
                                        where guardian_id > :after and guardian_id <= :upTo
                                        union all
                                        select guardian_id, points
                                        from points.archived
                                        where guardian_id > :after and guardian_id <= :upTo) lines
                                    group by guardian_id) l on l.guardian_id = a.guardian_id
                                where a.balance::bigint is distinct from coalesce(l.sum, 0)
                                order by 1
                                """)
                        .query((row, _) -> balance(row))
                        .list();
        Map<UUID, UUID> newest = found.isEmpty() ? Map.of() : newest(found);
        return found.stream().map(it -> it.at(newest.get(it.guardian().value()))).toList();
    }

    private static Finding balance(ResultSet row) throws SQLException {
        @Nullable Long says = row.getObject("says", Long.class);
        return new Finding(
                says == null ? Fault.ACCOUNT : Fault.BALANCE,
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                null,
                null,
                says,
                row.getLong("sum"));
    }

    /** The newest entry of each guardian of whom something was found. */
    private Map<UUID, UUID> newest(List<Finding> found) {
        Map<UUID, UUID> newest = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (guardian_id) guardian_id, entry_id
                        from points.entry
                        where guardian_id = any(:guardians)
                        order by guardian_id, occurred_at desc, entry_id desc
                        """)
                .param(
                        "guardians",
                        found.stream().map(it -> it.guardian().value()).toArray(UUID[]::new))
                .query(row -> {
                    newest.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return newest;
    }

    /** Entries whose rules are not kept; where no rules were in force none are named. */
    List<Finding> withoutRules(Range range) {
        return in(
                        range,
                        """
                        select e.guardian_id, e.entry_id, e.event_id
                        from points.entry e
                        where e.guardian_id > :after and e.guardian_id <= :upTo
                          and not (e.rule_owner = '' and e.rule_version = 0)
                          and (e.rule_owner, e.rule_version) not in (
                            select owner, version from points.rule_set)
                        order by e.guardian_id, e.entry_id
                        """)
                .query(finding(Fault.RULES))
                .list();
    }

    /** Corrections that correct no first entry of the same guardian. */
    List<Finding> ofNothing(Range range) {
        return in(
                        range,
                        """
                        select c.guardian_id, c.entry_id, c.event_id
                        from points.entry c
                        left join points.entry e
                          on e.guardian_id = c.guardian_id and e.entry_id = c.corrects_entry_id
                        where c.guardian_id > :after and c.guardian_id <= :upTo
                          and c.corrects_entry_id is not null
                          and (e.entry_id is null or e.corrects_entry_id is not null)
                        order by c.guardian_id, c.entry_id
                        """)
                .query(finding(Fault.CORRECTION))
                .list();
    }

    /** Corrections of an entry that is about another event. */
    List<Finding> ofAnother(Range range) {
        return in(
                        range,
                        """
                        select c.guardian_id, c.entry_id, c.event_id
                        from points.entry c
                        join points.entry e
                          on e.guardian_id = c.guardian_id and e.entry_id = c.corrects_entry_id
                        where c.guardian_id > :after and c.guardian_id <= :upTo
                          and e.event_id <> c.event_id
                        order by c.guardian_id, c.entry_id
                        """)
                .query(finding(Fault.CORRECTED_EVENT))
                .list();
    }

    /** Every entry, by guardian, brought bit by bit. */
    void entries(Range range, Consumer<Entry> reader) {
        IndexOrder.untilCommit(jdbc);
        in(
                        range,
                        """
                        select guardian_id, entry_id, event_id from points.entry
                        where guardian_id > :after and guardian_id <= :upTo
                        order by guardian_id, occurred_at desc, entry_id desc
                        """)
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> reader.accept(entry(row)));
    }

    /** Which of these entries are there still. */
    Set<UUID> there(Collection<Entry> entries) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select e.entry_id
                                from lateral unnest(:guardians::uuid[], :entries::uuid[])
                                    as asked (guardian_id, entry_id)
                                join points.entry e
                                  on e.guardian_id = asked.guardian_id
                                 and e.entry_id = asked.entry_id
                                """)
                        .param(
                                "guardians",
                                entries.stream()
                                        .map(it -> it.guardian().value())
                                        .toArray(UUID[]::new))
                        .param("entries", entries.stream().map(Entry::id).toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    private StatementSpec in(Range range, String sql) {
        return jdbc.sql(sql).param("after", range.after()).param("upTo", range.upTo());
    }

    private static RowMapper<Finding> finding(Fault fault) {
        return (row, _) -> {
            Entry entry = entry(row);
            return Finding.of(fault, entry.guardian(), entry.id(), entry.event());
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                row.getObject("entry_id", UUID.class),
                row.getObject("event_id", UUID.class));
    }
}
