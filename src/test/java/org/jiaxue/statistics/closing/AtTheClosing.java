package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A county whose weeks a test ends when it likes. */
@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=closings")
@Import(ToldClock.InTheHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtTheClosing {

    static final String COUNTY = "331122";
    static final List<String> STREETS = List.of("331122001", "331122002", "331122003");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    @Autowired Statistics statistics;
    @Autowired Closings closings;
    @Autowired ClosingStore store;
    @Autowired FactStore facts;
    @Autowired People people;
    @Autowired ToldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort private int port;

    final List<GuardianId> guardians = new ArrayList<>();
    StaffId staff = new StaffId(Ids.next());
    String token = "";
    Period week = Period.weekOf(FIRST_DAY);

    @BeforeAll
    void a_county() {
        day(FIRST_DAY);
        for (int i = 0; i < 120; i++) {
            guardians.add(settleIn(STREETS.get(i < 115 ? i % 2 : 2)));
        }
        staff =
                people.hire(
                        "figures-that-stay",
                        "统计员",
                        "a-long-password",
                        List.of(new Grant(Role.COUNTY_OFFICER, COUNTY)));
    }

    /** Every test has weeks of its own, since closed ones stay closed. */
    @BeforeEach
    void a_new_month_begins() {
        week = store.closed().map(closed -> Period.weekOf(closed.last().plusWeeks(1))).orElse(week);
        do {
            facts.keep(List.of(learned(guardians.getFirst(), week.from())));
            end(week);
            week = after(week);
        } while (!Period.of(week.month()).from().equals(week.from()));
        Duration year = Duration.ofDays(365);
        token = people.issueToken(staff, EnumSet.of(Viewer.Scope.STAFF), year).token();
    }

    void happen(Random random, Period period, int lessons) {
        List<Fact> told = new ArrayList<>();
        for (int i = 0; i < lessons; i++) {
            told.add(learned(any(random), period.from().plusDays(random.nextInt(7))));
            if (i % 3 == 0) {
                told.add(certificate(any(random), period.from()));
            }
        }
        facts.keep(told);
    }

    void learn(Period period, int lessons) {
        facts.keep(
                guardians.stream().limit(lessons).map(one -> learned(one, period.from())).toList());
    }

    GuardianId any(Random random) {
        return guardians.get(random.nextInt(guardians.size()));
    }

    static Fact learned(GuardianId guardian, LocalDate day) {
        String street = STREETS.get((int) Math.floorMod(guardian.value().hashCode(), 2L));
        Stage stage = Stage.values()[Math.floorMod(guardian.value().hashCode(), 2) + 2];
        String kind = EventKind.LESSON_COMPLETED.slug();
        return new Fact(guardian, Ids.next().toString(), kind, day, street, stage.slug());
    }

    static Fact certificate(GuardianId guardian, LocalDate day) {
        String id = Ids.next().toString();
        return new Fact(guardian, id, Measure.CREDENTIAL, day, STREETS.getFirst(), null);
    }

    GuardianId settleIn(String street) {
        return people.register(new Phone("1998800%04d".formatted(guardians.size())), street);
    }

    Caller officer() {
        return Caller.with(port, "en", token);
    }

    /** What a program gets. */
    String answer(String path) {
        return officer().get(path).body();
    }

    /** Everything an officer of the county can ask about these weeks and their month. */
    List<String> readings(List<Period> weeks) {
        List<String> all = new ArrayList<>();
        for (String query :
                List.of(
                        "lessons division",
                        "guardians division",
                        "certificates division",
                        "lessons stage",
                        "guardians stage",
                        "lessons period")) {
            String[] words = query.split(" ");
            all.add(answer(address(words[0], words[1], weeks)));
            all.add(answer(address(words[0], words[1], weeks) + "&unit=month"));
        }
        assertThat(all).allMatch(answer -> answer.contains("\"rows\""));
        return all;
    }

    static String address(String measure, String by, List<Period> weeks) {
        return "/api/v1/statistics?division=%s&measure=%s&by=%s&from=%s&to=%s"
                .formatted(COUNTY, measure, by, weeks.getFirst().from(), weeks.getLast().to());
    }

    long lessons(Period period) {
        return ((Figure.Shown) figure(Measure.LESSONS, period)).value();
    }

    Figure figure(Measure measure, Period period) {
        return statistics.figures(asked(measure, period)).total().figures().getFirst();
    }

    static Question asked(Measure measure, Period period) {
        return new Question(COUNTY, measure, By.PERIOD, List.of(period));
    }

    void end(Period one) {
        day(one.closes());
        closings.closeDue();
        assertThat(store.closed().orElseThrow().last()).isEqualTo(one.from());
    }

    static Period after(Period one) {
        return Period.weekOf(one.to().plusDays(1));
    }

    void day(LocalDate day) {
        clock.set(day.atStartOfDay(clock.zone()).toInstant());
    }

    /** What another thread returns meanwhile. */
    static <T> T meanwhile(Supplier<T> deed) {
        return CompletableFuture.supplyAsync(deed).orTimeout(1, TimeUnit.MINUTES).join();
    }
}
