package org.jiaxue.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jiaxue.archive.Archives;
import org.jiaxue.archive.OwnMonths;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.ErasureAsked;
import org.jiaxue.learning.recording.EventArchive;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a guardian has played, answered and completed. */
@Component
class LearningData implements PersonalData {

    private static final String TITLE = "told as the lesson's title";
    private static final String NUMBERS = "numbers by which rows find each other";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Archives archives;
    private final OwnMonths months;

    LearningData(JdbcClient jdbc, Catalogue catalogue, Archives archives, OwnMonths months) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.archives = archives;
        this.months = months;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("learning")
                .table("coverage")
                .guardian("guardian_id")
                .derived("lesson_id", "covered", "active", "completed_by", "completion")
                .untold(TITLE, "lesson_id")
                .untold("told as how many seconds were played", "covered")
                .untold(NUMBERS, "active", "completed_by", "completion")
                .table("playback")
                .guardian("guardian_id")
                .derived("playback_id", "lesson_id")
                .untold(TITLE, "lesson_id")
                .table("reflection")
                .guardian("guardian_id")
                .told("answer")
                .derived("lesson_id")
                .untold(TITLE, "lesson_id")
                .table("event")
                .guardian("guardian_id")
                .derived("event_id", "kind", "cause", "division", "title_zh", "title_en", "stage")
                .derived("topic", "guardian_stage", "school")
                .untold(NUMBERS, "event_id", "cause")
                .table("told")
                .guardian("guardian_id")
                .derived("kind", "cause")
                .untold("told among the events, of which it says that each is told once", "kind")
                .untold(NUMBERS, "cause")
                .table("archived")
                .guardian("guardian_id")
                .derived("month")
                .untold("the month's events are told, from the file", "month");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        months.bringAll(guardian);
        tellEvents(guardian, teller);
        tellCoverage(guardian, teller);
        tellPlaybacks(guardian, teller);
        tellAnswers(guardian, teller);
    }

    private void tellEvents(GuardianId guardian, Teller teller) {
        Teller.Rows events =
                teller.list(
                        "events",
                        "occurredAt",
                        "kind",
                        "what",
                        "stage",
                        "topic",
                        "seconds",
                        "place",
                        "childStage",
                        "school",
                        "heardAt");
        jdbc.sql(
                        """
                        select occurred_at, kind, title_zh, title_en, stage, topic, seconds,
                               division, guardian_stage, school, heard_at
                        from learning.event
                        where guardian_id = :guardian
                        order by occurred_at, event_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        events.add(
                                at(row, "occurred_at"),
                                teller.coded("learning.told.kind.", row.getString("kind")),
                                new Words(row.getString("title_zh"), row.getString("title_en")),
                                teller.coded("identity.stage.", row.getString("stage")),
                                teller.coded("catalogue.topic.", row.getString("topic")),
                                row.getObject("seconds", Integer.class),
                                teller.place(row.getString("division")),
                                teller.coded("identity.stage.", row.getString("guardian_stage")),
                                teller.school(row.getObject("school", UUID.class)),
                                at(row, "heard_at")));
    }

    private void tellCoverage(GuardianId guardian, Teller teller) {
        Teller.Rows lessons =
                teller.list("lessons", "lesson", "seconds", "played", "lastAt", "completedAt");
        jdbc.sql(
                        """
                        select lesson_id, length(covered) as seconds, covered_seconds, clock_at,
                               completed_at
                        from learning.coverage
                        where guardian_id = :guardian
                        order by clock_at, lesson_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        lessons.add(
                                titleOf(row),
                                row.getInt("seconds"),
                                row.getInt("covered_seconds"),
                                at(row, "clock_at"),
                                at(row, "completed_at")));
    }

    private void tellPlaybacks(GuardianId guardian, Teller teller) {
        Teller.Rows playbacks = teller.list("playbacks", "startedAt", "lesson", "number");
        jdbc.sql(
                        """
                        select started_at, lesson_id, playback_id
                        from learning.playback
                        where guardian_id = :guardian
                        order by started_at, playback_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        playbacks.add(
                                at(row, "started_at"), titleOf(row), row.getString("playback_id")));
    }

    private void tellAnswers(GuardianId guardian, Teller teller) {
        Teller.Rows answers = teller.list("answers", "lesson", "answer", "tries", "rightAt");
        jdbc.sql(
                        """
                        select lesson_id, answer, tries, right_at
                        from learning.reflection
                        where guardian_id = :guardian
                        order by right_at nulls last, lesson_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        answers.add(
                                titleOf(row),
                                row.getString("answer"),
                                row.getInt("tries"),
                                at(row, "right_at")));
    }

    @Override
    public void erase(GuardianId guardian) {
        archives.forget(guardian, EventArchive.NAME);
        jdbc.sql("delete from learning.coverage where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from learning.playback where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from learning.reflection where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from learning.archived where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from learning.told where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }

    /**
     * Makes whatever plays inactive before the account is gone: a beat that is being written holds
     * its row, so this waits for it, and the next one finds nothing to write to.
     */
    @EventListener
    void stop(ErasureAsked asked) {
        jdbc.sql(
                        """
                        update learning.coverage
                        set active = null, version = version + 1
                        where guardian_id = :guardian and active is not null
                        """)
                .param("guardian", asked.guardian().value())
                .update();
    }

    /** The lesson's title, or its number where it is no longer in the library. */
    private Object titleOf(ResultSet row) throws SQLException {
        UUID id = row.getObject("lesson_id", UUID.class);
        return catalogue
                .lesson(new LessonId(id))
                .map(Lesson::title)
                .<Object>map(it -> it)
                .orElseGet(id::toString);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
