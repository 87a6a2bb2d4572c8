package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.FactStore;
import org.jiaxue.statistics.rollup.Folding;
import org.jiaxue.statistics.rollup.RollUps;
import org.jiaxue.statistics.rollup.RollingUp;
import org.jiaxue.statistics.supply.Supply;
import org.jiaxue.web.DatabaseClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ErrorHandler;

@TestPropertySource(properties = "jiaxue.test-house=close-job")
@ExtendWith(OutputCaptureExtension.class)
class CloseJobTests extends AtTheClosing {

    @Autowired private CloseJob job;
    @Autowired private ErrorHandler failures;
    @Autowired private Folding folding;
    @Autowired private RollUps rollUps;
    @Autowired private RollingUp rollingUp;
    @Autowired private Supply supply;
    @Autowired private DatabaseClock databaseClock;
    @Autowired private ApplicationContext house;

    @Test
    void weeks_are_closed_before_the_first_request_is_served() {
        learn(week, 40);
        day(week.closes());
        job.stop();
        job.start();

        assertThat(lessons(week)).isEqualTo(40);
        assertThat(job.getPhase())
                .isLessThan(house.getBean("webServerStartStop", SmartLifecycle.class).getPhase());
    }

    @Test
    void a_closing_that_fails_lets_the_service_start_and_is_tried_again(CapturedOutput out) {
        learn(week, 40);
        day(week.closes());
        jdbc.sql(
                        """
                        insert into statistics.figure
                            (part, measure, stage, unit, first, last, value, behind, residents,
                             mark)
                        values ('33', 'lessons', '', 'week', :from, :to, 1, 1, 1, 'few')
                        """)
                .param("from", week.from())
                .param("to", week.to())
                .update();
        job.stop();
        job.start();

        assertThat(job.isRunning()).isTrue();
        assertThat(out.getAll()).contains("job failed job=CloseJob");
        jdbc.sql("delete from statistics.figure where first = :from")
                .param("from", week.from())
                .update();
        job.close();
        assertThat(lessons(week)).isEqualTo(40);
    }

    @Test
    void a_database_that_is_away_at_the_start_is_one_line(CapturedOutput out) {
        DriverManagerDataSource away =
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/");
        JdbcClient nobody = JdbcClient.create(away);
        Closings none =
                new Closings(
                        new ClosingStore(nobody),
                        new FactStore(nobody),
                        new FigureStore(nobody),
                        folding,
                        rollUps,
                        rollingUp,
                        supply,
                        people,
                        clock,
                        databaseClock,
                        new TransactionTemplate(new JdbcTransactionManager(away)));
        new CloseJob(none, failures).start();

        assertThat(out.getAll().lines().filter(line -> line.contains("job not done")))
                .singleElement()
                .asString()
                .contains("job=CloseJob why=CannotCreateTransactionException");
        assertThat(out.getAll()).doesNotContain("at org.jiaxue.statistics.closing.CloseJob");
    }
}
