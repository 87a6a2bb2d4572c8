package org.jiaxue.licences.confirming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Telling;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.web.GuardianId;
import org.springframework.beans.factory.annotation.Autowired;

/** Guardians where four layers are confirmed one after the other. */
abstract class InWucheng extends AtSchool {

    private static final String WUCHENG = "330702";
    private static int numbers;

    @Autowired Earner earner;

    final GuardianId guardianInWucheng() {
        Phone phone = new Phone("15802%06d".formatted(++numbers));
        GuardianId guardian = people.register(phone, WUCHENG);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    /** Learns so many more points, at most 14 a day and 28 a week, always in weeks of its own. */
    final void learn(GuardianId guardian, int points) {
        Telling telling = new Telling(guardian, WUCHENG, Telling.someone().ages());
        long weeks =
                jdbc.sql(
                                """
                                select count(distinct week) from points.entry
                                where guardian_id = :guardian
                                """)
                        .param("guardian", guardian.value())
                        .query(Long.class)
                        .single();
        LocalDate monday = LocalDate.of(2026, 9, 7).plusWeeks(weeks);
        List<LearningEvent> events = new ArrayList<>();
        int left = points / 2;
        for (int turn = 0; left > 0; turn++) {
            LocalDate day = monday.plusWeeks(turn / 2).plusDays(turn % 2);
            events.addAll(telling.lessons(Math.min(7, left), day + "T08:00"));
            left -= Math.min(7, left);
        }
        transaction.executeWithoutResult(_ -> earner.earn(events));
    }
}
