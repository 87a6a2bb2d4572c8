package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the command says. */
@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=rebuild-command")
class RebuildCommandTests {

    @Autowired private ApplicationContext house;
    @Autowired private People people;
    @Autowired private Learning learning;
    @Autowired private Times times;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    @Test
    void it_says_what_differed_and_that_nothing_does_the_next_time() {
        GuardianId guardian = people.register(Phone.read("17700670001").orElseThrow(), "331123");
        people.giveConsent(guardian, Purpose.RECORDS);
        learn(guardian);
        rebuilt("en");
        jdbc.sql("update statistics.day set facts = facts + 3").update();

        assertThat(rebuilt("en"))
                .contains("0 facts were missing", "1 of 1 sums differed", "they held 4 facts")
                .contains("All 1 sums are as the events say; 1 were not");
        assertThat(rebuilt("zh")).contains("全部 1 项汇总与学习记录一致，原先也一致");
    }

    private String rebuilt(String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RebuildCommand.work(
                house,
                CommandTexts.in(language),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void learn(GuardianId guardian) {
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.LESSON_COMPLETED,
                        Ids.next(),
                        times.now(),
                        new Subject(
                                new Words("早晨清单", "The morning list"),
                                Stage.PRIMARY,
                                new Ages(84, 120)));
        transactions.executeWithoutResult(_ -> learning.record(List.of(fact)));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        jdbc.sql("select count(*) from statistics.fact").query(Long.class).single()
                                > 0);
    }
}
