package org.jiaxue.credentials;

import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.licences.LevelReached;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Issues credentials after the fact, at least once; a cause heard twice issues one. */
@Component
class Issuing {

    private final Credentials credentials;
    private final Achievements achievements;

    Issuing(Credentials credentials, Achievements achievements) {
        this.credentials = credentials;
        this.achievements = achievements;
    }

    @ApplicationModuleListener
    void on(LevelReached reached) {
        credentials.issue(achievements.of(reached));
    }

    @ApplicationModuleListener
    void on(CourseCompleted completed) {
        credentials.issue(achievements.of(completed));
    }
}
