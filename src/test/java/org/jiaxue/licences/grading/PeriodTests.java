package org.jiaxue.licences.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Reached;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.licences.grading.Climb.Rise;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.licences.scheme.Sums;
import org.jiaxue.points.Credited;
import org.jiaxue.points.Telling;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Several schemes at once, their periods, and what a level remembers. */
@RoomTest
@RecordApplicationEvents
class PeriodTests {

    private static int phones;

    @Autowired Earner earner;
    @Autowired LevelStore levels;
    @Autowired SumStore sums;
    @Autowired GradingStore store;
    @Autowired Schemes schemes;
    @Autowired People people;
    @Autowired Times times;
    @Autowired DataSource dataSource;
    @Autowired TransactionTemplate transactions;
    @Autowired ApplicationEvents published;

    @Test
    void a_terms_certificate_is_earned_in_each_term_anew() {
        Telling someone = guardian("330206", 8);
        earn(someone.lessons(6, "2026-10-12T08:00"));
        earn(List.of(someone.event(EventKind.REFLECTION_ANSWERED, "2026-10-12T09:00")));

        LearningEvent live = someone.event(EventKind.LIVE_ATTENDED, "2027-01-31T19:00");
        assertThat(earn(List.of(live)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.scheme()).isEqualTo("beilun");
                    assertThat(it.news().zh()).isEqualTo("2026 年秋季学期的家长学习证，拿到了。");
                });
        assertThat(earn(someone.lessons(6, "2027-02-01T08:00"))).isEmpty();
        List<LearningEvent> rest =
                List.of(
                        someone.event(EventKind.REFLECTION_ANSWERED, "2027-03-01T09:00"),
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2027-03-02T09:00"));
        assertThat(earn(rest)).hasSize(1);

        assertThat(levels.of(someone.guardian()))
                .extracting(Licence::period)
                .containsExactly("2027-spring", "2026-autumn");
        assertThat(published.stream(LevelReached.class))
                .filteredOn(it -> it.guardian().equals(someone.guardian()))
                .extracting(LevelReached::within)
                .containsExactly(
                        new LevelReached.Within(
                                "2026-autumn", new Words("2026 年秋季学期", "Autumn term 2026"), 1, 1),
                        new LevelReached.Within(
                                "2027-spring", new Words("2027 年春季学期", "Spring term 2027"), 1, 1));
    }

    @Test
    void several_schemes_count_the_same_entry_once_each() {
        Telling someone = guardian("330206", 8);
        List<LearningEvent> events = someone.lessons(3, "2026-10-12T08:00");
        earn(events);
        earn(events);

        for (String scheme :
                List.of("shangcheng/ever", "beilun/2026-autumn", "zhejiang-term/2026-autumn")) {
            String[] parts = scheme.split("/");
            assertThat(sums.standings(someone.guardian(), parts[0], parts[1]).values())
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.points()).isEqualTo(6);
                        assertThat(it.of("points.lesson")).isEqualTo(6);
                        assertThat(it.of("deeds.lesson")).isEqualTo(3);
                    });
        }
    }

    @Test
    void what_a_sum_was_spared_is_made_up_for_before_it_rises_again() {
        Place place = new Place(guardian("330102", 5).guardian(), "shangcheng", "4-6", "ever");
        raise(place, 80, 0);
        raise(place, 0, 40);
        raise(place, 30, 0);
        assertThat(sumAt(place)).isEqualTo(80);
        raise(place, 30, 0);
        assertThat(sumAt(place)).isEqualTo(100);
    }

    private void raise(Place place, int points, int kept) {
        Rise rise = new Rise(Map.of(Sums.POINTS, points), Map.of(Sums.POINTS, kept));
        transactions.executeWithoutResult(_ -> store.raise(Map.of(place, rise)));
    }

    private int sumAt(Place place) {
        return store.standings(List.of(place)).getOrDefault(place, Standing.ZERO).points();
    }

    @Test
    void a_school_year_ends_on_31_august_and_a_child_moves_on_the_day_after() {
        Telling someone = guardian("330702", 6);
        earn(someone.lessons(2, "2027-08-31T23:50"));
        earn(someone.lessons(3, "2027-09-01T00:00"));

        assertThat(sums.standings(someone.guardian(), "shangcheng", "ever"))
                .hasEntrySatisfying("4-6", it -> assertThat(it.points()).isEqualTo(4))
                .hasEntrySatisfying("7-9", it -> assertThat(it.points()).isEqualTo(6));
        assertThat(sums.standings(someone.guardian(), "wucheng", "2026-2027"))
                .hasEntrySatisfying("self", it -> assertThat(it.points()).isEqualTo(4));
        assertThat(sums.standings(someone.guardian(), "wucheng", "2027-2028"))
                .hasEntrySatisfying("self", it -> assertThat(it.points()).isEqualTo(6));
    }

    @Test
    void a_level_names_the_entries_that_are_new_since_the_one_below() {
        Telling someone = guardian("330102", 8);
        List<LearningEvent> events = new ArrayList<>();
        for (int day = 0; day < 34; day++) {
            String at = LocalDate.of(2026, 1, 5).plusWeeks(day / 2).plusDays(day % 2) + "T08:00";
            events.addAll(someone.lessons(7, at));
        }
        events.add(1, someone.event(EventKind.ACTIVITY_ATTENDED, "2026-01-09T08:00"));
        for (LearningEvent event : events) {
            earn(List.of(event));
        }

        List<Licence> reached = levels.of(someone.guardian()).reversed();
        assertThat(reached).extracting(Licence::level).containsExactly(1, 2);
        assertThat(reached).allSatisfy(it -> assertThat(it.confirmation()).isNull());
        assertThat(reached.getFirst().entries()).hasSize(46);
        Set<UUID> all = new HashSet<>(reached.getFirst().entries());
        assertThat(all.addAll(reached.getLast().entries())).isTrue();
        assertThat(all).hasSize(46 + 50);
    }

    @Test
    void levels_that_one_entry_brings_together_each_name_it() {
        Telling someone = guardian("330102", 8);
        for (int week = 0; week < 9; week++) {
            String monday = LocalDate.of(2026, 1, 5).plusWeeks(week).toString();
            earn(someone.lessons(7, monday + "T08:00"));
            earn(someone.lessons(7, LocalDate.parse(monday).plusDays(1) + "T08:00"));
        }
        earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-06-29T10:00")));

        List<Licence> reached = levels.of(someone.guardian());
        assertThat(reached).extracting(Licence::level).containsExactly(2, 1);
        assertThat(reached.getLast().entries()).hasSize(9 * 14 + 1);
        assertThat(reached.getFirst().entries()).hasSize(1);
        assertThat(reached.getLast().entries()).containsAll(reached.getFirst().entries());
    }

    @Test
    void a_batch_takes_as_many_statements_for_many_guardians_and_schemes_as_for_one() {
        Telling one = guardian("330102", 8);
        List<Credited> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Telling each = guardian(i % 2 == 0 ? "330206" : "330702", 8);
            each.lessons(5, "2026-10-12T08:00").forEach(it -> many.add(credited(it, 2)));
        }
        List<Credited> single =
                List.of(credited(one.event(EventKind.LESSON_COMPLETED, "2026-03-02T08:00"), 2));

        int few = statements(single);

        assertThat(few).isEqualTo(4);
        assertThat(statements(many)).isEqualTo(few);
    }

    private static Credited credited(LearningEvent event, int points) {
        return new Credited(Ids.next(), event, points, "lesson");
    }

    /** Grades on connections that count what is prepared on them. */
    private int statements(List<Credited> credited) {
        AtomicInteger prepared = new AtomicInteger();
        JdbcClient jdbc = JdbcClient.create(new Counted(dataSource, prepared));
        LevelStore store = new LevelStore(jdbc);
        new Grader(
                        new GradingStore(jdbc),
                        store,
                        new Levels(store, schemes, _ -> {}),
                        schemes,
                        people,
                        times)
                .grade(credited);
        return prepared.get();
    }

    private static final class Counted extends DelegatingDataSource {

        private final AtomicInteger prepared;

        Counted(DataSource source, AtomicInteger prepared) {
            super(source);
            this.prepared = prepared;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Counted.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, args) -> {
                                if (method.getName().equals("prepareStatement")) {
                                    prepared.incrementAndGet();
                                }
                                return method.invoke(real, args);
                            });
        }
    }

    private Telling guardian(String division, int age) {
        Phone phone = new Phone("15901%06d".formatted(++phones));
        GuardianId guardian = people.register(phone, division);
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2026, 3).minusYears(age));
        return new Telling(guardian, division, Telling.someone().ages());
    }

    private List<Reached> earn(Collection<LearningEvent> events) {
        return transactions.execute(_ -> earner.earn(List.copyOf(events))).reached();
    }
}
