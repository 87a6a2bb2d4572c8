package org.jiaxue.credentials;

import java.util.List;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.identity.People;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.GuardianId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Issues credentials after the fact, at least once; a cause heard twice issues one. Whose account
 * is gone meanwhile gets none.
 */
@Component
class Issuing {

    private final Credentials credentials;
    private final Achievements achievements;
    private final People people;

    Issuing(Credentials credentials, Achievements achievements, People people) {
        this.credentials = credentials;
        this.achievements = achievements;
        this.people = people;
    }

    @ApplicationModuleListener
    void on(LevelReached reached) {
        if (here(reached.guardian())) {
            credentials.issue(achievements.of(reached));
        }
    }

    @ApplicationModuleListener
    void on(CourseCompleted completed) {
        if (here(completed.guardian())) {
            credentials.issue(achievements.of(completed));
        }
    }

    private boolean here(GuardianId guardian) {
        return !people.hereUntilCommit(List.of(guardian)).isEmpty();
    }
}
