package org.jiaxue.licences.benefit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What guardians took, by guardian, and the codes by their keyed hash. */
@Component
class TakingStore {

    private final JdbcClient jdbc;

    TakingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose it is, for those who take a code in; no page is shown it. */
    record Owned(GuardianId guardian, Taking taking) {}

    void add(GuardianId guardian, Taking taking, @Nullable String sealed) {
        jdbc.sql(
                        """
                        insert into licences.taking
                            (guardian_id, taking_id, offer_id, version, good_until, code_sealed,
                             taken_at)
                        values (:guardian, :id, :offer, :version, :until, :sealed, :at)
                        """)
                .param("guardian", guardian.value())
                .param("id", taking.id().value())
                .param("offer", taking.offer().value())
                .param("version", taking.version())
                .param("until", taking.until())
                .param("sealed", sealed)
                .param("at", taking.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void addCode(String hash, GuardianId guardian, TakingId id) {
        jdbc.sql(
                        """
                        insert into licences.taking_code (code_hash, guardian_id, taking_id)
                        values (:hash, :guardian, :id)
                        """)
                .param("hash", hash)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .update();
    }

    /** How many of an offer a guardian has, given back ones aside. */
    int count(GuardianId guardian, OfferId offer) {
        return jdbc.sql(
                        """
                        select count(*) from licences.taking
                         where guardian_id = :guardian and offer_id = :offer
                           and returned_at is null
                        """)
                .param("guardian", guardian.value())
                .param("offer", offer.value())
                .query(Integer.class)
                .single();
    }

    Optional<Taking> find(GuardianId guardian, TakingId id) {
        return jdbc.sql(
                        """
                        select * from licences.taking
                         where guardian_id = :guardian and taking_id = :id
                        """)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .query((row, _) -> taking(row))
                .optional();
    }

    /** The latest first. */
    List<Taking> of(GuardianId guardian, int most) {
        return jdbc.sql(
                        """
                        select * from licences.taking where guardian_id = :guardian
                         order by taking_id desc limit :most
                        """)
                .param("guardian", guardian.value())
                .param("most", most)
                .query((row, _) -> taking(row))
                .list();
    }

    /** The code as it is kept; empty for what has none. */
    Optional<String> sealed(GuardianId guardian, TakingId id) {
        return jdbc.sql(
                        """
                        select code_sealed from licences.taking
                         where guardian_id = :guardian and taking_id = :id
                           and code_sealed is not null
                        """)
                .param("guardian", guardian.value())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    Optional<Owned> byCode(String hash) {
        return jdbc.sql(
                        """
                        select t.* from licences.taking_code c
                          join licences.taking t
                            on t.guardian_id = c.guardian_id and t.taking_id = c.taking_id
                         where c.code_hash = :hash
                        """)
                .param("hash", hash)
                .query((row, _) ->
                        new Owned(
                                new GuardianId(row.getObject("guardian_id", UUID.class)),
                                taking(row)))
                .optional();
    }

    /** Takes it in, once: false if it was used or given back, or is past its last day. */
    boolean use(Owned owned, LocalDate today, Instant at, StaffId by) {
        return jdbc.sql(
                                """
                                update licences.taking set used_at = :at, used_by = :by
                                 where guardian_id = :guardian and taking_id = :id
                                   and used_at is null and returned_at is null
                                   and good_until >= :today
                                """)
                        .param("guardian", owned.guardian().value())
                        .param("id", owned.taking().id().value())
                        .param("today", today)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                > 0;
    }

    /** Gives it back: false if it was used or given back before. */
    boolean giveBack(GuardianId guardian, TakingId id, Instant at) {
        return jdbc.sql(
                                """
                                update licences.taking set returned_at = :at
                                 where guardian_id = :guardian and taking_id = :id
                                   and used_at is null and returned_at is null
                                """)
                        .param("guardian", guardian.value())
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /**
     * Removes all of a guardian's; tells of each offer, in the order in which their rows are to be
     * locked, how many were not used yet.
     */
    Map<UUID, Integer> remove(GuardianId guardian) {
        jdbc.sql("delete from licences.taking_code where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        Map<UUID, Integer> unused = new TreeMap<>();
        jdbc.sql(
                        """
                        delete from licences.taking where guardian_id = :guardian
                        returning offer_id, used_at is null and returned_at is null as unused
                        """)
                .param("guardian", guardian.value())
                .query(row -> {
                    if (row.getBoolean("unused")) {
                        unused.merge(row.getObject("offer_id", UUID.class), 1, Integer::sum);
                    }
                });
        return unused;
    }

    private static Taking taking(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        OffsetDateTime returned = row.getObject("returned_at", OffsetDateTime.class);
        return new Taking(
                new TakingId(row.getObject("taking_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                row.getInt("version"),
                row.getObject("good_until", LocalDate.class),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant(),
                returned == null ? null : returned.toInstant());
    }
}
