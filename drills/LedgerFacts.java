import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;

/**
 * What may be told in the drill of the ledger: the same facts wherever they are made. So many a day
 * that every cap cuts.
 */
final class LedgerFacts {

    static final int GUARDIANS = 100;
    static final int FACTS_A_GUARDIAN = 240;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Instant FROM = Instant.parse("2026-09-06T16:00:00Z");
    private static final Duration SPAN = Duration.ofDays(21);
    private static final Subject SUBJECT =
            new Subject(new Words("一课", "A lesson"), Stage.PRIMARY, new Ages(72, 144), "time", 84);

    /** Lessons most of all; a session is attended, or its replay watched, or both. */
    private static final List<EventKind> KINDS =
            List.of(
                    EventKind.LESSON_COMPLETED,
                    EventKind.LESSON_COMPLETED,
                    EventKind.LESSON_COMPLETED,
                    EventKind.REFLECTION_ANSWERED,
                    EventKind.REFLECTION_ANSWERED,
                    EventKind.COURSE_COMPLETED,
                    EventKind.LIVE_ATTENDED,
                    EventKind.REPLAY_WATCHED,
                    EventKind.ACTIVITY_ATTENDED,
                    EventKind.NOTE_WRITTEN,
                    EventKind.ANSWER_HELPFUL);

    private LedgerFacts() {}

    static List<Fact> all() {
        Random random = new Random(20_260_901);
        List<Fact> facts = new ArrayList<>();
        for (int guardian = 0; guardian < GUARDIANS; guardian++) {
            for (int number = 0; number < FACTS_A_GUARDIAN; number++) {
                EventKind kind = KINDS.get(number % KINDS.size());
                int after = random.nextInt(Math.toIntExact(SPAN.toSeconds()));
                facts.add(
                        new Fact(
                                guardian(guardian),
                                kind,
                                cause(guardian, number, kind),
                                FROM.plusSeconds(after),
                                SUBJECT));
            }
        }
        return facts;
    }

    /** The replay that comes after a live session is of that session. */
    private static UUID cause(int guardian, int number, EventKind kind) {
        int of = kind == EventKind.REPLAY_WATCHED ? number - 1 : number;
        return named("cause " + guardian + " " + of);
    }

    static GuardianId guardian(int number) {
        return new GuardianId(named("guardian " + number));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
