package org.jiaxue.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jiaxue.Overlapping;
import org.jiaxue.RoomTest;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger holds against two at once, and against itself. */
@RoomTest
class LedgerGuardTests {

    @Autowired Earner earner;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private final Telling someone = Telling.someone();

    @Test
    void entries_are_only_added() {
        earn(someone.lessons(1, "2026-10-12T08:00"));

        assertThatThrownBy(() -> jdbc.sql("update points.entry set points = 100").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from points.entry").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nothing_is_earned_outside_of_the_callers_transaction() {
        List<LearningEvent> events = someone.lessons(1, "2026-10-12T08:00");

        assertThatThrownBy(() -> earner.earn(events))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_is_rolled_back_was_never_earned() {
        List<LearningEvent> events = someone.lessons(1, "2026-10-12T08:00");
        transactions.executeWithoutResult(status -> {
            earner.earn(events);
            status.setRollbackOnly();
        });

        assertThat(balance()).isZero();
        assertThat(earn(events)).hasSize(1);
    }

    @Test
    void two_transactions_of_one_guardian_do_not_both_take_what_is_left_of_a_cap()
            throws Exception {
        earn(someone.lessons(6, "2026-10-12T08:00"));
        List<LearningEvent> one = someone.lessons(2, "2026-10-12T10:00");
        List<LearningEvent> two = someone.lessons(2, "2026-10-12T12:00");

        overlapping(one, two);

        assertThat(balance()).isEqualTo(15);
        points.audit(someone.guardian());
    }

    @Test
    void one_event_told_by_two_transactions_at_once_is_paid_once() throws Exception {
        List<LearningEvent> events = someone.lessons(1, "2026-10-12T08:00");

        List<Earned> second = overlapping(events, events);

        assertThat(second).isEmpty();
        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void the_database_refuses_a_second_original_for_one_event() {
        earn(someone.lessons(1, "2026-10-12T08:00"));

        assertThatThrownBy(() ->
                        jdbc.sql(
                                        """
                                        insert into points.entry
                                        select (jsonb_populate_record(e, jsonb_build_object(
                                            'entry_id', gen_random_uuid()))).*
                                        from points.entry e where guardian_id = :guardian
                                        """)
                                .param("guardian", someone.guardian().value())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("_original_key");
    }

    /** Tells the second events while the first are not committed; what the second have earned. */
    private List<Earned> overlapping(List<LearningEvent> first, List<LearningEvent> second)
            throws Exception {
        return new Overlapping(transactions, jdbc)
                .run(() -> earner.earn(first), () -> earn(second))
                .second();
    }

    private List<Earned> earn(List<LearningEvent> events) {
        return transactions.execute(_ -> earner.earn(events)).earned();
    }

    private int balance() {
        return points.sums(someone.guardian()).balance();
    }
}
