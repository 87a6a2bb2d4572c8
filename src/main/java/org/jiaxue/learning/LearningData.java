package org.jiaxue.learning;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** What a guardian has played, answered and completed. */
@Component
class LearningData implements PersonalData {

    @Override
    public Keeps keeps() {
        return Keeps.in("learning")
                .table("coverage")
                .guardian("guardian_id")
                .derived("lesson_id", "covered", "active", "completed_by", "completion")
                .table("playback")
                .guardian("guardian_id")
                .derived("playback_id", "lesson_id")
                .table("reflection")
                .guardian("guardian_id")
                .told("answer")
                .derived("lesson_id")
                .table("event")
                .guardian("guardian_id")
                .derived("event_id", "kind", "cause", "division", "title_zh", "title_en", "stage");
    }
}
