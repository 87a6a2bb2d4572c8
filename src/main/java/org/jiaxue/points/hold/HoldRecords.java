package org.jiaxue.points.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jiaxue.points.detection.Detectors;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.Teller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of a guardian about holds, for the room's register. */
@Component
public class HoldRecords {

    private static final String POLICY = "what is held and why, the same for everybody";
    private static final String NUMBERS = "numbers by which rows find each other";

    private final JdbcClient jdbc;
    private final HoldStore store;
    private final Detectors detectors;

    HoldRecords(JdbcClient jdbc, HoldStore store, Detectors detectors) {
        this.jdbc = jdbc;
        this.store = store;
        this.detectors = detectors;
    }

    /** The columns, added to those of the room's other tables. */
    public static Keeps keeps(Keeps keeps) {
        return decided(holds(keeps));
    }

    private static Keeps holds(Keeps keeps) {
        return keeps.table("detector_set")
                .nobody(POLICY, "valid_from", "file", "body")
                .table("circumstance")
                .guardian("guardian_id")
                .derived("event_id", "device", "network")
                .untold(NUMBERS, "event_id")
                .table("place")
                .nobody("a device or network of one day, of anybody who was there", "place")
                .table("visit")
                .guardian("guardian_id")
                .derived("place")
                .table("hold")
                .guardian("guardian_id")
                .derived("event_id", "hold_id", "division", "detector", "figures")
                .untold(NUMBERS, "event_id")
                .untold("where the guardian lived then, told with what was learned", "division")
                .untold("told as the sentence that names its figures", "detector", "figures")
                .table("hold_state")
                .guardian("guardian_id")
                .derived("event_id", "hold_id", "division", "detector", "figures", "state")
                .staff("who decided first, so that another decides next", "first_by")
                .untold(NUMBERS, "event_id")
                .untold("told among what was learned", "division")
                .untold("told as the sentence that names its figures", "detector", "figures")
                .table("hold_now")
                .guardian("guardian_id")
                .derived("event_id", "hold_id", "division", "kind", "did_zh", "did_en")
                .derived("detector", "figures", "state")
                .staff("who decided first, so that another decides next", "first_by")
                .untold(NUMBERS, "event_id")
                .untold("told among what was learned", "kind", "division")
                .untold("told as the sentence that names its figures", "detector", "figures");
    }

    private static Keeps decided(Keeps keeps) {
        return keeps.table("hold_word")
                .guardian("guardian_id")
                .told("words")
                .derived("event_id", "step")
                .untold(NUMBERS, "event_id")
                .table("hold_decision")
                .guardian("guardian_id")
                .derived("event_id", "step", "outcome", "reason", "note")
                .staff("who decided", "decided_by", "first_by")
                .nobody("that an appeal follows a first decision", "first_step")
                .untold(NUMBERS, "event_id")
                .untold("follows from the reason", "outcome");
    }

    /** Tells what was seen, what was held and why, what was said and what was decided. */
    public void tell(GuardianId guardian, Teller teller) {
        tellCircumstances(guardian, teller);
        tellVisits(guardian, teller);
        tellHolds(guardian, teller);
        tellWords(guardian, teller);
        tellDecisions(guardian, teller);
    }

    private void tellCircumstances(GuardianId guardian, Teller teller) {
        Teller.Rows seen =
                teller.list(
                        "circumstances",
                        "at",
                        "device",
                        "network",
                        "answerMillis",
                        "cutSeconds",
                        "playedSeconds");
        jdbc.sql(
                        """
                        select seen_at, device, network, answer_millis, cut_seconds, played_seconds
                        from points.circumstance
                        where guardian_id = :guardian
                        order by seen_at, event_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        seen.add(
                                at(row, "seen_at"),
                                row.getString("device"),
                                row.getString("network"),
                                row.getObject("answer_millis", Integer.class),
                                row.getInt("cut_seconds"),
                                row.getInt("played_seconds")));
    }

    private void tellVisits(GuardianId guardian, Teller teller) {
        Teller.Rows visits = teller.list("visits", "at", "place", "number");
        jdbc.sql(
                        """
                        select seen_at, place, number from points.visit
                        where guardian_id = :guardian
                        order by seen_at, place
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        visits.add(
                                at(row, "seen_at"), row.getString("place"), row.getInt("number")));
    }

    private void tellHolds(GuardianId guardian, Teller teller) {
        Teller.Rows holds =
                teller.list("holds", "heldAt", "what", "figures", "state", "until", "number");
        store.of(guardian)
                .forEach(it ->
                        holds.add(
                                it.heldAt(),
                                it.did(),
                                detectors.say(it.detector(), it.version(), it.figures()),
                                teller.coded("points.hold.state.", it.state().slug()),
                                it.until(),
                                it.id().toString()));
    }

    private void tellWords(GuardianId guardian, Teller teller) {
        Teller.Rows words = teller.list("words", "at", "what", "words", "step");
        store.of(guardian)
                .forEach(hold ->
                        store.said(hold)
                                .forEach(it ->
                                        words.add(
                                                it.at(),
                                                hold.did(),
                                                it.words(),
                                                teller.coded(
                                                        "points.hold.step.", it.step().slug()))));
    }

    private void tellDecisions(GuardianId guardian, Teller teller) {
        Teller.Rows decisions = teller.list("decisions", "at", "what", "step", "reason", "note");
        store.of(guardian)
                .forEach(hold ->
                        store.decisions(hold)
                                .forEach(it ->
                                        decisions.add(
                                                it.at(),
                                                hold.did(),
                                                teller.coded("points.hold.step.", it.step().slug()),
                                                teller.coded(
                                                        "points.hold.reason.", it.reason().slug()),
                                                it.note())));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
