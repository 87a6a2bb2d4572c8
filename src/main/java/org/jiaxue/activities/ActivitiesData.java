package org.jiaxue.activities;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Activities, and who signed in at which. */
@Component
class ActivitiesData implements PersonalData {

    private static final String PUBLIC = "an announcement for everybody";

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
                .table("typing")
                .guardian("guardian_id")
                .table("ticket_used")
                .guardian("guardian_id")
                .derived("session_id", "nonce");
    }
}
