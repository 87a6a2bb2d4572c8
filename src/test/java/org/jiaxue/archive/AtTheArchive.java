package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A house of its own in May 2027, whose guardians learned in the spring of 2026. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
@TestPropertySource(properties = "jiaxue.archive=target/test-data/put-away-${random.uuid}")
abstract class AtTheArchive {

    static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    static final YearMonth MARCH = YearMonth.of(2026, 3);
    static final YearMonth APRIL = YearMonth.of(2026, 4);
    static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String COUNTY = "330122";
    private static int phones = 1;

    @Autowired Archiving archiving;
    @Autowired Archives archives;
    @Autowired OwnMonths months;
    @Autowired Stacks stacks;
    @Autowired MonthStore store;
    @Autowired List<Monthly> tables;
    @Autowired List<PersonalData> rooms;
    @Autowired Points points;
    @Autowired Learning learning;
    @Autowired People people;
    @Autowired ToldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void a_year_later() {
        clock.set(Instant.parse("2027-05-10T04:00:00Z"));
        parts(MARCH);
        parts(APRIL);
    }

    /** Has parts for a month, which all that are put away have. */
    void parts(YearMonth month) {
        jdbc.sql("select learning.make_months(:month, 1), points.make_months(:month, 1)")
                .param("month", month.atDay(1))
                .query((_, _) -> 1)
                .list();
    }

    @AfterEach
    void all_is_back() {
        store.all().forEach(it -> archives.bringBackMonth(it.month()));
    }

    Monthly table(String name) {
        return tables.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    Monthly entries() {
        return table("points.entry");
    }

    Monthly events() {
        return table("learning.event");
    }

    GuardianId guardian() {
        return guardianIn(COUNTY);
    }

    GuardianId guardianIn(String county) {
        Phone phone = Phone.read("1770088%04d".formatted(phones++)).orElseThrow();
        GuardianId guardian = people.register(phone, county);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    /** A minute apart, each another lesson. */
    List<Fact> learn(GuardianId guardian, int lessons, String localTime) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < lessons; i++) {
            facts.add(fact(guardian, Ids.next(), at(localTime).plusSeconds(60L * i)));
        }
        tell(facts);
        return facts;
    }

    void tell(List<Fact> facts) {
        transactions.executeWithoutResult(_ -> learning.record(facts));
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
    }

    static Fact fact(GuardianId guardian, UUID lesson, Instant at) {
        return new Fact(
                guardian,
                EventKind.LESSON_COMPLETED,
                lesson,
                at,
                new Subject(
                        new Words("早晨\n“清单”", "The morning \\ list"),
                        Stage.PRIMARY,
                        new Ages(84, 120)));
    }

    /** Everything of a guardian's rows, as the database writes it. */
    List<String> rows(GuardianId guardian) {
        List<String> rows = new ArrayList<>();
        rows.addAll(
                jdbc.sql(
                                """
                                select cast(e as text) from learning.event e
                                where guardian_id = :guardian order by 1
                                """)
                        .param("guardian", guardian.value())
                        .query(String.class)
                        .list());
        rows.addAll(
                jdbc.sql(
                                """
                                select cast(e as text) from points.entry e
                                where guardian_id = :guardian order by 1
                                """)
                        .param("guardian", guardian.value())
                        .query(String.class)
                        .list());
        return rows;
    }

    boolean part(String name) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    Path directory(String name, YearMonth month) {
        return stacks.of(name, month);
    }

    /** As if nobody's rows had been written. */
    static Manifest emptied(Manifest manifest) {
        return new Manifest(
                manifest.name(),
                manifest.month(),
                manifest.made(),
                manifest.written(),
                manifest.points(),
                List.of());
    }

    void erase(GuardianId guardian, String schema) {
        rooms.stream()
                .filter(it -> it.keeps().schema().equals(schema))
                .forEach(room -> transactions.executeWithoutResult(_ -> room.erase(guardian)));
    }

    static Consumer<Throwable> refused(String key) {
        return it -> assertThat(((Refusal) it).problem().key()).isEqualTo(key);
    }
}
