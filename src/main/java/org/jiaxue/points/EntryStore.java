package org.jiaxue.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.rules.Category;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads one guardian's ledger as it is shown: one row an event, with all corrections in its sum and
 * the latest reason, so that nobody is shown points taken away.
 */
@Component
class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done and why so many points, as one sentence or two. */
    static Words sentence(Words did, Words why) {
        return new Words(did.zh() + "，" + why.zh(), did.en() + ". " + why.en());
    }

    int balance(GuardianId guardian) {
        return jdbc.sql("select balance from points.account where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The sum of all lines that are in the balance, here and in files. */
    int sum(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select coalesce(sum(points), 0)
                        from (
                            select points from points.entry
                            where guardian_id = :guardian and state in ('counted', 'kept')
                            union all
                            select points from points.archived where guardian_id = :guardian
                        ) lines
                        """)
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    /** What of the balance was earned for what, in the order of categories. */
    Map<Category, Integer> byCategory(GuardianId guardian) {
        Map<Category, Integer> sums = new EnumMap<>(Category.class);
        jdbc.sql(
                        """
                        select category, sum(points)
                        from (
                            select category, points from points.entry
                            where guardian_id = :guardian and state in ('counted', 'kept')
                            union all
                            select category, points from points.archived
                            where guardian_id = :guardian
                        ) lines
                        group by category
                        having sum(points) <> 0
                        """)
                .param("guardian", guardian.value())
                .query(row -> {
                    Category category = Category.ofSlug(row.getString(1)).orElse(Category.OTHER);
                    sums.merge(category, row.getInt(2), Integer::sum);
                });
        return sums;
    }

    record Sums(int day, int week) {}

    /**
     * An event's row, with everything that came of it since; its rule set by owner.
     *
     * @param points what is in the balance
     * @param held what waits for a person
     * @param waits whether it does; {@code held} may be 0 then
     * @param hold what was or is checked; empty for most
     */
    record Shown(
            UUID id,
            int points,
            String rule,
            String owner,
            int version,
            Words did,
            Words why,
            Instant at,
            int held,
            boolean waits,
            @Nullable UUID hold) {}

    /** What the caps have seen of a day, and of the week from its first instant to its last. */
    Sums sums(GuardianId guardian, LocalDate day, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select coalesce(sum(points) filter (where day = :day), 0),
                               coalesce(sum(points), 0)
                        from points.entry
                        where guardian_id = :guardian and state = 'counted'
                          and occurred_at >= :from and occurred_at < :to
                        """)
                .param("guardian", guardian.value())
                .param("day", day)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sums(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** Where and with which school the guardian learned last. */
    record Place(String division, @Nullable UUID school) {}

    Optional<Place> lastPlace(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select division, school
                        from points.entry
                        where guardian_id = :guardian
                        order by occurred_at desc, entry_id desc
                        limit 1
                        """)
                .param("guardian", guardian.value())
                .query((row, _) -> new Place(row.getString(1), row.getObject(2, UUID.class)))
                .optional();
    }

    /** The newest rows, by occurrence. */
    List<Shown> newest(GuardianId guardian, int limit) {
        return jdbc.sql(
                        """
                        select e.*
                        from points.shown_entry e
                        where e.guardian_id = :guardian
                        order by e.occurred_at desc, e.entry_id desc
                        limit :limit
                        """)
                .param("guardian", guardian.value())
                .param("limit", limit)
                .query((row, _) -> shown(row))
                .list();
    }

    /** The rows that come after a place. */
    List<Shown> before(GuardianId guardian, Cursor place, int limit) {
        return jdbc.sql(
                        """
                        select e.*
                        from points.shown_entry e
                        where e.guardian_id = :guardian
                          and e.occurred_at <= :at
                          and (e.occurred_at, e.entry_id) < (:at, :id)
                        order by e.occurred_at desc, e.entry_id desc
                        limit :limit
                        """)
                .param("guardian", guardian.value())
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query((row, _) -> shown(row))
                .list();
    }

    /** The place of a row that is here. */
    Optional<Cursor> place(GuardianId guardian, UUID entry) {
        return jdbc.sql(
                        """
                        select occurred_at
                        from points.entry
                        where guardian_id = :guardian and entry_id = :entry
                          and corrects_entry_id is null
                        """)
                .param("guardian", guardian.value())
                .param("entry", entry)
                .query(OffsetDateTime.class)
                .optional()
                .map(it -> new Cursor(it.toInstant(), entry));
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getObject("entry_id", UUID.class),
                row.getInt("points"),
                row.getString("rule"),
                row.getString("rule_owner"),
                row.getInt("rule_version"),
                new Words(row.getString("did_zh"), row.getString("did_en")),
                new Words(row.getString("why_zh"), row.getString("why_en")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getInt("held"),
                row.getBoolean("waits"),
                row.getObject("hold_id", UUID.class));
    }
}
