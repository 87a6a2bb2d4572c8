package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.Points;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rerun.Reruns;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger that the database holds against one clean run of the arithmetic over the same events,
 * after random batches in random order, facts told again, rules that changed and runs in between.
 * Facts lie in two terms, so that every kind of cap has windows that begin before a batch.
 */
@RoomTest
class LedgerAgainstArithmeticTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int GUARDIANS = 6;
    private static final int DAYS = 260;
    private static int phones;

    @Autowired Learning learning;
    @Autowired Rules rules;
    @Autowired Reruns reruns;
    @Autowired Points points;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private String county = "";
    private int version;

    @ParameterizedTest
    @CsvSource({"1, 330326", "2, 330327", "3, 330328", "4, 330329"})
    void every_way_that_facts_and_rules_come_ends_in_the_sums_of_one_clean_run(
            long seed, String place) {
        county = place;
        Random random = new Random(seed);
        List<GuardianId> guardians =
                IntStream.range(0, GUARDIANS).mapToObj(_ -> guardian()).toList();
        Map<GuardianId, Integer> shown = new TreeMap<>();
        tell(guardians, random, shown);
        enact(random);
        rerun();

        for (GuardianId guardian : guardians) {
            assertNoLess(guardian, shown);
            points.audit(guardian);
            PolicyAccount clean = new PolicyAccount(ZONE);
            clean.arrive(events(guardian), rules.book());
            assertThat(counted(guardian)).isEqualTo(clean.countedByKindAndDay());
            assertThat(points.sums(guardian).balance()).isGreaterThanOrEqualTo(clean.total());
        }
        long lines = lines();
        rerun();
        assertThat(lines()).isEqualTo(lines);
    }

    private void tell(List<GuardianId> guardians, Random random, Map<GuardianId, Integer> shown) {
        List<Fact> left = new ArrayList<>();
        for (GuardianId guardian : guardians) {
            for (int i = 0; i < 45; i++) {
                left.add(fact(guardian, random));
            }
        }
        Collections.shuffle(left, random);
        List<Fact> told = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Fact> batch = left.subList(0, Math.min(left.size(), 1 + random.nextInt(25)));
            List<Fact> all = new ArrayList<>(batch);
            if (!told.isEmpty()) {
                all.add(told.get(random.nextInt(told.size())));
            }
            transactions.executeWithoutResult(_ -> learning.record(all));
            told.addAll(batch);
            batch.clear();
            if (random.nextInt(5) == 0) {
                enact(random);
            }
            if (random.nextInt(5) == 0) {
                rerun();
            }
            guardians.forEach(it -> assertNoLess(it, shown));
        }
    }

    private void assertNoLess(GuardianId guardian, Map<GuardianId, Integer> shown) {
        int now = points.sums(guardian).balance();
        assertThat(now).isGreaterThanOrEqualTo(shown.getOrDefault(guardian, 0));
        shown.put(guardian, now);
    }

    private static Fact fact(GuardianId guardian, Random random) {
        EventKind kind = EventKind.values()[random.nextInt(EventKind.values().length)];
        UUID cause =
                Crediting.sharesCauses(kind)
                        ? new UUID(guardian.value().getLeastSignificantBits(), random.nextInt(6))
                        : Ids.next();
        Instant at =
                FIRST.plusDays(random.nextInt(DAYS) / 7 * 7L + random.nextInt(3))
                        .atTime(8 + random.nextInt(12), random.nextInt(60))
                        .atZone(ZONE)
                        .toInstant();
        Stage stage = random.nextBoolean() ? Stage.PRIMARY : Stage.JUNIOR;
        int seconds = 60 * (1 + random.nextInt(20));
        Words title = new Words("一课", "A lesson");
        return new Fact(
                guardian,
                kind,
                cause,
                at,
                new Subject(title, stage, new Ages(72, 144), "", seconds));
    }

    /** Rules of the county from some day on, with every kind of cap and a condition. */
    private void enact(Random random) {
        int points = 1 + random.nextInt(3);
        String text =
                """
                division: "%s"
                version: %d
                from: %s
                name: { zh: 县里的规则, en: The county's rules }
                changes:
                  - { rule: lesson-completed, points: %d, caps: { content: %d, term: %d } }
                  - { rule: note-written, points: %d, when: content.minutes >= %d }
                  - { rule: live-attended, points: %d, caps: { month: 8 } }
                rules:
                  - rule: long-lesson
                    kind: lesson-completed
                    points: 3
                    when: content.minutes >= 12 && content.stage == 'primary'
                    did: { zh: "看完长的《{title}》", en: "Finished “{title}”" }
                    why: { zh: "记 {points} 分。", en: "{points} points." }
                caps: { day: %d, month: 70, term: 150 }
                """
                        .formatted(
                                county,
                                ++version,
                                FIRST.plusDays(version == 1 ? 0 : 30L * random.nextInt(6)),
                                points,
                                1 + random.nextInt(Math.max(points, 2)),
                                20 + random.nextInt(20),
                                1 + random.nextInt(5),
                                random.nextInt(15),
                                3 + random.nextInt(5),
                                10 + random.nextInt(10));
        rules.enact("test.yaml", text, Ids.next(), Ids.next());
    }

    private void rerun() {
        Scope all = new Scope(Owner.of(county), FIRST, FIRST.plusDays(DAYS + 30));
        assertThat(reruns.begin(all, null)).isPresent();
        reruns.work(2);
    }

    private List<LearningEvent> events(GuardianId guardian) {
        UUID id = guardian.value();
        GuardianId before =
                new GuardianId(
                        new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1));
        List<LearningEvent> events = new ArrayList<>();
        learning.events(
                before,
                guardian,
                Instant.EPOCH,
                Instant.parse("2028-01-01T00:00:00Z"),
                events::add);
        return events;
    }

    /** What the caps see, by kind and day. */
    private Map<String, Integer> counted(GuardianId guardian) {
        Map<String, Integer> sums = new TreeMap<>();
        jdbc.sql(
                        """
                        select kind, day, sum(points) filter (where state = 'counted')
                        from points.entry
                        where guardian_id = :guardian
                        group by kind, day
                        """)
                .param("guardian", guardian.value())
                .query(row -> {
                    EventKind kind = EventKind.ofSlug(row.getString(1)).orElseThrow();
                    sums.put(kind + " " + row.getString(2), row.getInt(3));
                });
        return sums;
    }

    private long lines() {
        return jdbc.sql("select count(*) from points.entry").query(Long.class).single();
    }

    private GuardianId guardian() {
        Phone phone = Phone.read("1770066%04d".formatted(++phones)).orElseThrow();
        GuardianId guardian = people.register(phone, county);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }
}
