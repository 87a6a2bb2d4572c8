package org.jiaxue.points.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.HoldDesk;
import org.jiaxue.points.detection.DetectorSet.Tripped;
import org.jiaxue.points.hold.Hold.Decision;
import org.jiaxue.points.hold.Hold.Said;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps holds, what guardians said of them and what was decided; lines are only added. */
@Repository
class HoldStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The events of these guardians that wait or were refused. */
    Map<UUID, Standing> standings(Collection<GuardianId> guardians) {
        Map<UUID, Standing> standings = new HashMap<>();
        jdbc.sql(
                        """
                        select event_id, state
                        from points.hold_now
                        where guardian_id = any(:guardians) and state <> 'released'
                        """)
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query(row -> {
                    standings.put(
                            row.getObject(1, UUID.class),
                            state(row.getString(2)) == State.WAITING
                                    ? Standing.HELD
                                    : Standing.REFUSED);
                });
        return standings;
    }

    /** Keeps that an event tripped a detector; {@code id} is what the hold is called by. */
    void add(LearningEvent event, UUID id, Tripped tripped, Instant now, Instant until) {
        Map<String, Integer> figures = new TreeMap<>();
        tripped.figures().forEach((measure, figure) -> figures.put(measure.slug(), figure));
        jdbc.sql(
                        """
                        insert into points.hold (
                            guardian_id, event_id, hold_id, division, detector, version, figures,
                            held_at, until)
                        values (
                            :guardian, :event, :id, :division, :detector, :version,
                            cast(:figures as jsonb), :held, :until)
                        """)
                .param("guardian", event.guardian().value())
                .param("event", event.id())
                .param("id", id)
                .param("division", event.division())
                .param("detector", tripped.detector())
                .param("version", tripped.version())
                .param("figures", JSON.writeValueAsString(figures))
                .param("held", at(now))
                .param("until", at(until))
                .update();
    }

    Optional<Hold> find(UUID id) {
        return jdbc.sql("select * from points.hold_now where hold_id = :id")
                .param("id", id)
                .query((row, _) -> hold(row))
                .optional();
    }

    /** All of a guardian's, in the order in which they were set. */
    List<Hold> of(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select * from points.hold_now
                        where guardian_id = :guardian
                        order by held_at, event_id
                        """)
                .param("guardian", guardian.value())
                .query((row, _) -> hold(row))
                .list();
    }

    void say(Hold hold, Step step, String words, @Nullable Instant until, Instant now) {
        jdbc.sql(
                        """
                        insert into points.hold_word (
                            guardian_id, event_id, step, words, until, said_at)
                        values (:guardian, :event, :step, :words, cast(:until as timestamptz), :now)
                        """)
                .param("guardian", hold.guardian().value())
                .param("event", hold.event())
                .param("step", step.slug())
                .param("words", words)
                .param("until", until == null ? null : until.toString())
                .param("now", at(now))
                .update();
    }

    /** What the guardian wrote, in order. */
    List<Said> said(Hold hold) {
        return jdbc.sql(
                        """
                        select step, words, said_at
                        from points.hold_word
                        where guardian_id = :guardian and event_id = :event
                        order by said_at
                        """)
                .param("guardian", hold.guardian().value())
                .param("event", hold.event())
                .query((row, _) ->
                        new Said(step(row.getString(1)), row.getString(2), instant(row, "said_at")))
                .list();
    }

    void decide(Hold hold, Decision decision) {
        boolean appeal = decision.step() == Step.APPEAL;
        jdbc.sql(
                        """
                        insert into points.hold_decision (
                            guardian_id, event_id, step, outcome, reason, note, decided_by,
                            decided_at, first_step, first_by)
                        values (
                            :guardian, :event, :step, :outcome, :reason, :note,
                            cast(:by as uuid), :now, :firstStep, cast(:firstBy as uuid))
                        """)
                .param("guardian", hold.guardian().value())
                .param("event", hold.event())
                .param("step", decision.step().slug())
                .param("outcome", decision.reason().outcome().slug())
                .param("reason", decision.reason().slug())
                .param("note", decision.note())
                .param("by", text(decision.by()))
                .param("now", at(decision.at()))
                .param("firstStep", appeal ? Step.FIRST.slug() : null)
                .param("firstBy", appeal ? text(hold.firstBy()) : null)
                .update();
    }

    /** What was decided, in order. */
    List<Decision> decisions(Hold hold) {
        return jdbc.sql(
                        """
                        select step, reason, note, decided_by, decided_at
                        from points.hold_decision
                        where guardian_id = :guardian and event_id = :event
                        order by decided_at
                        """)
                .param("guardian", hold.guardian().value())
                .param("event", hold.event())
                .query((row, _) ->
                        new Decision(
                                step(row.getString("step")),
                                Reason.ofSlug(row.getString("reason")).orElseThrow(),
                                row.getString("note"),
                                staff(row, "decided_by"),
                                instant(row, "decided_at")))
                .list();
    }

    /** Holds that nobody decided in time, the oldest first. */
    List<UUID> overdue(Instant now, int most) {
        return jdbc.sql(
                        """
                        select hold_id from points.hold_now
                        where state in ('waiting', 'appealed') and until <= :now
                        order by until
                        limit :most
                        """)
                .param("now", at(now))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /**
     * What waits for a decision at these divisions or below, the longest first.
     *
     * @param staff appeals against this one's own refusals are left out
     */
    List<Hold> waiting(Collection<String> divisions, StaffId staff, int offset, int most) {
        return jdbc.sql(
                        """
                        select * from points.hold_now
                        where division like any(:below)
                          and (state = 'waiting' or (state = 'appealed' and first_by <> :staff))
                        order by since, hold_id
                        offset :offset limit :most
                        """)
                .param("below", below(divisions))
                .param("staff", staff.value())
                .param("offset", offset)
                .param("most", most)
                .query((row, _) -> hold(row))
                .list();
    }

    /** How many wait there, and since when the oldest does. */
    HoldDesk.Waiting waiting(Collection<String> divisions, StaffId staff) {
        return jdbc.sql(
                        """
                        select count(*), min(since) as oldest from points.hold_now
                        where division like any(:below)
                          and (state = 'waiting' or (state = 'appealed' and first_by <> :staff))
                        """)
                .param("below", below(divisions))
                .param("staff", staff.value())
                .query((row, _) ->
                        new HoldDesk.Waiting(
                                row.getInt(1),
                                row.getObject("oldest") == null ? null : instant(row, "oldest")))
                .single();
    }

    private static String[] below(Collection<String> divisions) {
        return divisions.stream().map(it -> it + "%").toArray(String[]::new);
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                row.getObject("event_id", UUID.class),
                row.getObject("hold_id", UUID.class),
                row.getString("division"),
                row.getString("kind"),
                new Words(row.getString("did_zh"), row.getString("did_en")),
                instant(row, "occurred_at"),
                row.getString("detector"),
                row.getInt("version"),
                JSON.readValue(row.getString("figures"), new TypeReference<>() {}),
                instant(row, "held_at"),
                state(row.getString("state")),
                instant(row, "until"),
                instant(row, "since"),
                staff(row, "first_by"));
    }

    private static State state(String slug) {
        return State.valueOf(slug.toUpperCase(Locale.ROOT));
    }

    private static Step step(String slug) {
        return Step.valueOf(slug.toUpperCase(Locale.ROOT));
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        @Nullable UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable String text(@Nullable StaffId staff) {
        return staff == null ? null : staff.toString();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
