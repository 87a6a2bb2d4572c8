package org.jiaxue.credentials;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.credentials.badge.Award;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a guardian of a test a certificate for a course. */
public final class Handed {

    private Handed() {}

    /** Somebody new, living in 330102. */
    static GuardianId arrived(People people) {
        int number = ThreadLocalRandom.current().nextInt(100_000_000);
        return people.register(new Phone("137%08d".formatted(number)), "330102");
    }

    public static String to(GuardianId guardian, String division, ApplicationContext house) {
        UUID course = Ids.next();
        Award award =
                house.getBean(Achievements.class)
                        .of(
                                new CourseCompleted(
                                        guardian,
                                        Ids.next(),
                                        course,
                                        new Words("一门课", "A course"),
                                        division,
                                        Instant.now()));
        return house.getBean(TransactionTemplate.class)
                .execute(_ -> house.getBean(Credentials.class).issue(award).orElseThrow())
                .toString();
    }
}
