package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the command says and how it ends. */
@RoomTest
class RecalculateCommandTests {

    private static final String COUNTY = "331123";
    private static final Instant AT = Instant.parse("2026-10-12T08:00:00Z");

    @Autowired ApplicationContext house;
    @Autowired People people;
    @Autowired Learning learning;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private record Ended(int status, String said) {}

    @Test
    void it_ends_with_a_status_of_its_own_where_ledgers_could_not_be_computed() {
        GuardianId guardian = people.register(Phone.read("17700660001").orElseThrow(), COUNTY);
        people.giveConsent(guardian, Purpose.RECORDS);
        learn(guardian);
        UUID unreadable = unreadable(guardian);

        Ended leftOut = recalculated("en");
        Ended inChinese = recalculated("zh");
        jdbc.sql("delete from learning.event where guardian_id = :guardian and event_id = :event")
                .param("guardian", guardian.value())
                .param("event", unreadable)
                .update();
        Ended whole = recalculated("en");

        assertThat(leftOut.status()).isEqualTo(3);
        assertThat(leftOut.said())
                .contains("1 ledgers could not be computed", "it tries them anew", "  1: ")
                .doesNotContain(guardian.toString());
        assertThat(inChinese.said()).contains("有 1 本账没能算成", "再算一次");
        assertThat(whole.status()).isZero();
        assertThat(whole.said()).doesNotContain("could not be computed");
    }

    private Ended recalculated(String language) {
        RecalculateCommand command = new RecalculateCommand();
        command.owner = COUNTY;
        command.first = LocalDate.of(2026, 10, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                command.work(
                        house,
                        CommandTexts.in(language),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8));
    }

    private void learn(GuardianId guardian) {
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.LESSON_COMPLETED,
                        Ids.next(),
                        AT,
                        new Subject(
                                new Words("早晨清单", "The morning list"),
                                Stage.PRIMARY,
                                new Ages(84, 120)));
        transactions.executeWithoutResult(_ -> learning.record(List.of(fact)));
    }

    /** An event that no version of the house knows how to read. */
    private UUID unreadable(GuardianId guardian) {
        UUID event = Ids.next();
        jdbc.sql(
                        """
                        insert into learning.event (
                            guardian_id, event_id, kind, cause, occurred_at, heard_at, division,
                            title_zh, title_en, stage)
                        values (
                            :guardian, :event, 'lesson-completed', :event,
                            timestamptz '2026-10-14 08:00+08', now(), :county, '课', 'Lesson',
                            'unheard-of')
                        """)
                .param("guardian", guardian.value())
                .param("event", event)
                .param("county", COUNTY)
                .update();
        return event;
    }
}
