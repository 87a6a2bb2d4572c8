package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Rules that change while facts arrive in any order, are told again, and ledgers are gone through
 * again: conditions, caps of every period, a county's changes and additions.
 */
class PolicyProperties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-08-25T16:00:00Z");
    private static final long MINUTES = 60L * 24 * 60;
    private static final List<Rulebook> BOOKS = books();

    /** The rules that ship, and what a county, later versions and terms make of them. */
    private static List<Rulebook> books() {
        RuleSet shipped = Shipped.rules();
        RuleSet county =
                Policies.set(
                        "330102",
                        1,
                        "2026-09-10",
                        """
                        changes:
                          - { rule: lesson-completed, points: 3, when: content.minutes >= 3 }
                          - { rule: note-written, points: 1, caps: { week: 5, month: 9, term: 12 } }
                        rules:
                          - rule: weekend
                            kind: lesson-completed
                            points: 4
                            category: other
                            caps: { day: 8 }
                            when: event.weekday >= 6 && content.stage == 'primary'
                            did: { zh: "周末看完《{title}》", en: "Finished “{title}”" }
                            why: { zh: "记 {points} 分。", en: "{points} points." }
                        caps: { day: 12, month: 60, term: 100 }
                        """);
        RuleSet later =
                Policies.set(
                        "330102",
                        2,
                        "2026-09-01",
                        """
                        changes:
                          - { rule: lesson-completed, points: 1 }
                          - { rule: activity-attended, points: 15, caps: { month: 30 } }
                        caps: { day: 20, week: 60 }
                        """);
        return List.of(
                new Rulebook(List.of(shipped)),
                new Rulebook(List.of(shipped, county)),
                new Rulebook(List.of(shipped, county, later)));
    }

    record Story(List<LearningEvent> events, long seed) {}

    @Property(tries = 300)
    void in_whatever_way_it_came_about_what_is_counted_is_that_of_one_clean_run(
            @ForAll("stories") Story story) {
        Random random = new Random(story.seed());
        PolicyAccount account = new PolicyAccount(ZONE);
        Rulebook last = tell(story, random, account);
        account.rerun(last);

        PolicyAccount clean = new PolicyAccount(ZONE);
        clean.arrive(story.events(), last);

        assertThat(account.countedByKindAndDay()).isEqualTo(clean.countedByKindAndDay());
        assertThat(account.byCategory()).isEqualTo(clean.byCategory());
        assertThat(account.total()).isGreaterThanOrEqualTo(clean.total());
        assertCaps(account, last);
    }

    @Property(tries = 300)
    void no_total_that_was_shown_ever_falls_whatever_rules_come(@ForAll("stories") Story story) {
        PolicyAccount account = new PolicyAccount(ZONE);
        int[] seen = {0};
        account.afterEach =
                () -> {
                    assertThat(account.total()).isGreaterThanOrEqualTo(seen[0]);
                    seen[0] = account.total();
                    assertThat(account.lines()).allMatch(it -> it.counted() >= 0 && it.kept() >= 0);
                };
        account.rerun(tell(story, new Random(story.seed()), account));
    }

    @Property(tries = 200)
    void going_through_it_again_with_the_same_rules_changes_nothing(
            @ForAll("stories") Story story) {
        PolicyAccount account = new PolicyAccount(ZONE);
        Rulebook last = tell(story, new Random(story.seed()), account);
        account.rerun(last);
        int before = account.corrections();

        account.rerun(last);

        assertThat(account.corrections()).isEqualTo(before);
    }

    /** Facts in any order and batch, some told again, rules that change, runs in between. */
    private static Rulebook tell(Story story, Random random, PolicyAccount account) {
        List<LearningEvent> left = new ArrayList<>(story.events());
        Collections.shuffle(left, random);
        List<LearningEvent> told = new ArrayList<>();
        Rulebook book = BOOKS.get(random.nextInt(BOOKS.size()));
        while (!left.isEmpty()) {
            List<LearningEvent> batch =
                    left.subList(0, 1 + random.nextInt(Math.min(6, left.size())));
            List<LearningEvent> all = new ArrayList<>(batch);
            if (!told.isEmpty() && random.nextInt(3) == 0) {
                all.add(told.get(random.nextInt(told.size())));
            }
            account.arrive(all, book);
            told.addAll(batch);
            batch.clear();
            if (random.nextInt(4) == 0) {
                book = BOOKS.get(random.nextInt(BOOKS.size()));
            }
            if (random.nextInt(4) == 0) {
                account.rerun(book);
            }
        }
        return book;
    }

    private record Window(Period period, LocalDate start, Object kind) {}

    /** Of each period those within which one set of rules was in force from end to end. */
    private static void assertCaps(PolicyAccount account, Rulebook book) {
        Map<Window, Integer> sums = new HashMap<>();
        Map<Window, Integer> caps = new HashMap<>();
        for (Period period : Period.values()) {
            for (Crediting.Line line : account.lines()) {
                LocalDate start = period.startOf(line.claim().day());
                if (inForce(book, start) == inForce(book, last(period, start))) {
                    Window all = new Window(period, start, "all");
                    Window kind = new Window(period, start, line.claim().kind());
                    sums.merge(all, line.counted(), Integer::sum);
                    sums.merge(kind, line.counted(), Integer::sum);
                    Effective rules = inForce(book, start);
                    caps.put(all, capOr(rules.caps().of(period)));
                    caps.put(kind, capOfKind(rules, line.claim().kind(), period));
                }
            }
        }
        sums.forEach((window, sum) ->
                assertThat(sum).as(window.toString()).isLessThanOrEqualTo(caps.get(window)));
    }

    private static LocalDate last(Period period, LocalDate start) {
        return switch (period) {
            case DAY -> start;
            case WEEK -> start.plusDays(6);
            case MONTH -> start.plusMonths(1).minusDays(1);
            case TERM -> Term.of(start).last();
        };
    }

    private static Effective inForce(Rulebook book, LocalDate day) {
        return book.inForce("330102001", null, day);
    }

    /** The greatest of the kind's rules; where one of them has no cap, the kind has none. */
    private static int capOfKind(Effective rules, EventKind kind, Period period) {
        return rules.rules().stream()
                .filter(it -> it.kind() == kind)
                .mapToInt(it -> capOr(it.caps().of(period)))
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static int capOr(@Nullable Integer cap) {
        return cap == null ? Integer.MAX_VALUE : cap;
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<LearningEvent> event =
                Combinators.combine(
                                Arbitraries.of(EventKind.class),
                                Arbitraries.longs().between(0, MINUTES),
                                Arbitraries.longs(),
                                Arbitraries.longs().between(1, 8),
                                Arbitraries.integers().between(30, 600),
                                Arbitraries.of(Stage.PRIMARY, Stage.JUNIOR))
                        .as(PolicyProperties::event);
        return Combinators.combine(
                        event.list().ofMinSize(1).ofMaxSize(50).uniqueElements(LearningEvent::id),
                        Arbitraries.longs())
                .as(Story::new);
    }

    private static LearningEvent event(
            EventKind kind, long minute, long id, long cause, int seconds, Stage stage) {
        return new LearningEvent(
                new UUID(id, 1),
                new GuardianId(new UUID(7, 7)),
                kind,
                Crediting.sharesCauses(kind) ? new UUID(7, cause) : new UUID(id, cause),
                START.plusSeconds(minute * 60),
                new Subject(new Words("课", "Lesson"), stage, new Ages(72, 144), "", seconds),
                "330102001",
                Setting.NONE);
    }
}
