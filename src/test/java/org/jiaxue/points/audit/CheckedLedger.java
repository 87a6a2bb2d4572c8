package org.jiaxue.points.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.database.Database;
import org.jiaxue.database.Login;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger that adds up until a test breaks it as the database's owner, and its checks. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
abstract class CheckedLedger {

    static final Instant NIGHT = Instant.parse("2026-11-21T18:00:00Z");
    private static int phones;

    @Autowired Audits audits;
    @Autowired People people;
    @Autowired Learning learning;
    @Autowired ToldClock clock;
    @Autowired Database database;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationContext house;

    @BeforeEach
    void emptyLedger() {
        asOwner(
                """
                truncate points.entry, points.archived, points.account, points.audit_run,
                    points.audit_finding
                """);
        clock.set(NIGHT);
    }

    /** Somebody with four entries and a correction of one of them. */
    GuardianId learner() {
        GuardianId guardian = people.register(new Phone("133%08d".formatted(++phones)), "330102");
        people.giveConsent(guardian, Purpose.RECORDS);
        Subject subject =
                new Subject(new Words("一课", "A lesson"), Stage.PRIMARY, new Ages(72, 144));
        List<Fact> evening = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            evening.add(fact(guardian, EventKind.ACTIVITY_ATTENDED, 60 * i, subject));
        }
        tell(evening);
        tell(List.of(fact(guardian, EventKind.LESSON_COMPLETED, -60, subject)));
        return guardian;
    }

    private static Fact fact(GuardianId guardian, EventKind kind, int seconds, Subject subject) {
        return new Fact(guardian, kind, Ids.next(), NIGHT.minusSeconds(40_000L - seconds), subject);
    }

    private void tell(List<Fact> facts) {
        transaction.executeWithoutResult(_ -> learning.record(facts));
    }

    /** Checks the ledger, holds that nothing was changed by it, and answers what was found. */
    List<Finding> found() {
        String before = ledger();
        audits.checkDue();
        if (!ledger().equals(before)) {
            throw new AssertionError("the check changed the ledger");
        }
        return audits.findings(audits.ended(1).getFirst().id());
    }

    /** Every row of the ledger and of the events, as one text. */
    private String ledger() {
        return jdbc.sql(
                        """
                        select concat(
                            (select string_agg(e::text, ';' order by e.entry_id)
                             from points.entry e),
                            (select string_agg(a::text, ';' order by a.guardian_id)
                             from points.account a))
                        """)
                .query(String.class)
                .single();
    }

    final void asOwner(String sql) {
        Login owner = database.owner();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
