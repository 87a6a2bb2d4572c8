package org.jiaxue.activities;

import java.sql.ResultSet;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activities, and who signed in at which. */
@Component
class ActivitiesData implements PersonalData {

    private static final String PUBLIC = "an announcement for everybody";

    private final JdbcClient jdbc;

    ActivitiesData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("activities")
                .table("activity")
                .nobody(PUBLIC, "id", "title_zh", "title_en", "about_zh", "about_en")
                .nobody(PUBLIC, "place_zh", "place_en", "organiser_zh", "organiser_en")
                .nobody(PUBLIC, "division", "stage")
                .staff("who announced it, so that it can be asked", "created_by")
                .table("session")
                .nobody(PUBLIC, "id", "activity")
                .nobody("makes the session's codes", "secret")
                .table("attendance")
                .guardian("guardian_id")
                .derived("session_id", "way")
                .untold("told as the activity and when it began", "session_id")
                .table("typing")
                .guardian("guardian_id")
                .table("ticket_used")
                .guardian("guardian_id")
                .derived("session_id", "nonce")
                .untold("a code that was scanned, good once", "session_id", "nonce");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows attended = teller.list("attended", "at", "activity", "place", "began", "how");
        jdbc.sql(
                        """
                        select a.at, a.way, s.starts_at, o.title_zh, o.title_en, o.place_zh,
                               o.place_en
                        from activities.attendance a
                        join activities.session s on s.id = a.session_id
                        join activities.activity o on o.id = s.activity
                        where a.guardian_id = :guardian
                        order by a.at, a.session_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        attended.add(
                                row.getTimestamp("at").toInstant(),
                                new Words(row.getString("title_zh"), row.getString("title_en")),
                                new Words(row.getString("place_zh"), row.getString("place_en")),
                                row.getTimestamp("starts_at").toInstant(),
                                new Teller.Coded(
                                        row.getString("way"),
                                        teller.texts()
                                                .say(
                                                        "activities.told.way."
                                                                + row.getString("way")))));
        Teller.Rows typed = teller.list("typed", "since", "tries");
        jdbc.sql("select since, tries from activities.typing where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        typed.add(row.getTimestamp("since").toInstant(), row.getInt("tries")));
    }

    @Override
    public void erase(GuardianId guardian) {
        jdbc.sql("delete from activities.attendance where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from activities.typing where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("delete from activities.ticket_used where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }
}
