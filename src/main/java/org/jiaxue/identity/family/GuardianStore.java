package org.jiaxue.identity.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardianStore {

    /** A guardian's row: where they live, and what is sealed. */
    record Row(GuardianId id, String division, String phone, @Nullable String name) {}

    private final JdbcClient jdbc;
    private final Times times;

    GuardianStore(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /**
     * Gives the phone to this guardian unless it has one; returns whose it is. One that was let go
     * in between is claimed once more.
     */
    GuardianId claim(String phoneHash, GuardianId guardian) {
        Optional<GuardianId> owner = Optional.empty();
        while (owner.isEmpty()) {
            put(phoneHash, guardian);
            owner = byPhone(phoneHash);
        }
        return owner.get();
    }

    private void put(String phoneHash, GuardianId guardian) {
        jdbc.sql(
                        """
                        insert into identity.phone (phone_hash, guardian_id)
                        values (:hash, :guardian)
                        on conflict (phone_hash) do nothing
                        """)
                .param("hash", phoneHash)
                .param("guardian", guardian.value())
                .update();
    }

    void letGo(String phoneHash, GuardianId guardian) {
        jdbc.sql(
                        """
                        delete from identity.phone
                        where phone_hash = :hash and guardian_id = :guardian
                        """)
                .param("hash", phoneHash)
                .param("guardian", guardian.value())
                .update();
    }

    void reseal(GuardianId id, String phone) {
        jdbc.sql("update identity.guardian set phone_sealed = :phone where guardian_id = :id")
                .param("id", id.value())
                .param("phone", phone)
                .update();
    }

    boolean rename(GuardianId id, @Nullable String name) {
        return jdbc.sql("update identity.guardian set name_sealed = :name where guardian_id = :id")
                        .param("id", id.value())
                        .param("name", name)
                        .update()
                > 0;
    }

    Optional<GuardianId> byPhone(String phoneHash) {
        return jdbc.sql("select guardian_id from identity.phone where phone_hash = :hash")
                .param("hash", phoneHash)
                .query(UUID.class)
                .optional()
                .map(GuardianId::new);
    }

    void add(Row guardian, Instant at) {
        jdbc.sql(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, name_sealed, division, joined_at)
                        values (:id, :phone, :name, :division, :at)
                        """)
                .param("id", guardian.id().value())
                .param("phone", guardian.phone())
                .param("name", guardian.name())
                .param("division", guardian.division())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(GuardianId id) {
        return jdbc.sql(
                        """
                        select guardian_id, division, phone_sealed, name_sealed
                        from identity.guardian where guardian_id = :id
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Row(
                                id,
                                row.getString("division"),
                                row.getString("phone_sealed"),
                                row.getString("name_sealed")))
                .optional();
    }

    /** How many live in a division and below it, by that many first digits of their own. */
    Map<String, Long> countByDivision(String division, int digits) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select left(division, :digits) as part, count(*) as guardians
                        from identity.guardian
                        where division collate "C" >= :division
                          and division collate "C" < :beyond
                        group by part
                        """)
                .param("digits", digits)
                .param("division", division)
                .param("beyond", division + "~")
                .query(row -> {
                    counts.put(row.getString("part"), row.getLong("guardians"));
                });
        return counts;
    }

    List<GuardianId> in(String division, GuardianId after, int most) {
        return jdbc.sql(
                        """
                        select guardian_id
                        from identity.guardian
                        where guardian_id > :after
                          and division collate "C" >= :division
                          and division collate "C" < :beyond
                        order by guardian_id
                        limit :most
                        """)
                .param("after", after.value())
                .param("division", division)
                .param("beyond", division + "~")
                .param("most", most)
                .query((row, _) -> new GuardianId(row.getObject(1, UUID.class)))
                .list();
    }

    boolean move(GuardianId id, String division) {
        return jdbc.sql(
                                """
                                update identity.guardian set division = :division
                                where guardian_id = :id
                                """)
                        .param("id", id.value())
                        .param("division", division)
                        .update()
                > 0;
    }

    Map<GuardianId, Household> households(Collection<GuardianId> ids) {
        Map<GuardianId, Household> found = new HashMap<>();
        LocalDate today = times.today();
        jdbc.sql(
                        """
                        select lives.guardian_id, lives.division,
                               child.child_id, child.birth_month, child.stage
                        from identity.guardian lives
                        left join identity.child child on child.guardian_id = lives.guardian_id
                        where lives.guardian_id = any (cast(:ids as uuid[]))
                        order by lives.guardian_id, child.birth_month desc, child.child_id
                        """)
                .param("ids", texts(ids))
                .query((ResultSet row) -> gather(row, today, found));
        return found;
    }

    private static void gather(ResultSet row, LocalDate today, Map<GuardianId, Household> found)
            throws SQLException {
        GuardianId guardian = new GuardianId(row.getObject("guardian_id", UUID.class));
        String division = row.getString("division");
        Household household =
                found.computeIfAbsent(
                        guardian, it -> new Household(it, division, new ArrayList<>()));
        @Nullable UUID child = row.getObject("child_id", UUID.class);
        if (child != null) {
            YearMonth month = YearMonth.from(row.getDate("birth_month").toLocalDate());
            @Nullable String stage = row.getString("stage");
            household
                    .children()
                    .add(
                            new Child(
                                    child,
                                    month,
                                    stage == null
                                            ? Stage.suggest(month, today)
                                            : Stage.valueOf(stage)));
        }
    }

    Set<GuardianId> recorded(Collection<GuardianId> ids) {
        return jdbc
                .sql(
                        """
                        select guardian_id from identity.guardian
                        where guardian_id = any (cast(:ids as uuid[])) and may_record
                        """)
                .param("ids", texts(ids))
                .query(UUID.class)
                .list()
                .stream()
                .map(GuardianId::new)
                .collect(Collectors.toSet());
    }

    /** Holds the row against a withdrawal until the caller's transaction ends. */
    boolean recordedAndHeld(GuardianId id) {
        return jdbc.sql(
                        """
                        select may_record from identity.guardian
                        where guardian_id = :id
                        for share
                        """)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Holds the row against an erasure until the caller's transaction ends; false without one. */
    boolean hereAndHeld(GuardianId id) {
        return jdbc.sql(
                        """
                        select true from identity.guardian where guardian_id = :id for share
                        """)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void record(GuardianId id, boolean may) {
        jdbc.sql(
                        """
                        update identity.guardian set may_record = :may where guardian_id = :id
                        """)
                .param("id", id.value())
                .param("may", may)
                .update();
    }

    /**
     * Locks the guardian's row, so that counting the children and adding one is one step; refuses
     * an unknown one with 404.
     */
    int lockAndCountChildren(GuardianId id) {
        boolean gone =
                jdbc.sql("select 1 from identity.guardian where guardian_id = :id for update")
                        .param("id", id.value())
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
        if (gone) {
            throw new Refusal(Problem.notFound("identity.problem.no-guardian"));
        }
        return jdbc.sql("select count(*) from identity.child where guardian_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static String[] texts(Collection<GuardianId> ids) {
        List<String> texts = ids.stream().map(GuardianId::toString).toList();
        return texts.toArray(String[]::new);
    }
}
