package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;

/** Learning events of one guardian, for tests. */
public record Telling(GuardianId guardian, String division, Ages ages) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Words TITLE = new Words("早晨清单", "The morning list");

    public static Telling someone() {
        return new Telling(new GuardianId(Ids.next()), "330102001", new Ages(84, 120));
    }

    public Telling in(String code) {
        return new Telling(guardian, code, ages);
    }

    public Telling about(int from, int to) {
        return new Telling(guardian, division, new Ages(from, to));
    }

    /** An event at a local time such as {@code 2026-10-12T08:00}. */
    public LearningEvent event(EventKind kind, String localTime) {
        return event(kind, Ids.next(), LocalDateTime.parse(localTime).atZone(ZONE).toInstant());
    }

    public LearningEvent event(EventKind kind, UUID cause, String localTime) {
        return event(kind, cause, LocalDateTime.parse(localTime).atZone(ZONE).toInstant());
    }

    public LearningEvent event(EventKind kind, UUID cause, Instant at) {
        return new LearningEvent(
                Ids.next(),
                guardian,
                kind,
                cause,
                at,
                new Subject(TITLE, Stage.PRIMARY, ages),
                division);
    }

    /** So many lessons, a minute apart from a local time on. */
    public List<LearningEvent> lessons(int count, String localTime) {
        Instant from = LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
        List<LearningEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(EventKind.LESSON_COMPLETED, Ids.next(), from.plusSeconds(60L * i)));
        }
        return events;
    }

    static <T> List<T> shuffled(List<T> items, long seed) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
