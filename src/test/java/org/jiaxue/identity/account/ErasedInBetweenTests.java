package org.jiaxue.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jiaxue.Overlapping;
import org.jiaxue.ReadingHour;
import org.jiaxue.credentials.Handed;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;

/** Whoever writes about a guardian while they are erased brings nothing back. */
class ErasedInBetweenTests extends AtTheErasure {

    @Test
    void a_certificate_that_is_being_issued_is_erased_with_the_rest() throws Exception {
        overlapping(() -> {
            people.hereUntilCommit(List.of(guardian));
            Handed.to(guardian, ReadingHour.DIVISION, house);
        });

        assertThat(traces()).isEqualTo(LOG);
    }

    @Test
    void what_a_beat_is_writing_is_erased_with_the_rest() throws Exception {
        overlapping(() -> {
            jdbc.sql(
                            """
                            update learning.coverage set position = 1
                            where guardian_id = :id and active is not null
                            """)
                    .param("id", guardian.value())
                    .update();
            new Life(house, guardian).learned();
        });

        assertThat(traces()).isEqualTo(LOG);
    }

    @Test
    void whoever_follows_an_event_afterwards_writes_nothing() {
        erase();

        transaction.executeWithoutResult(_ ->
                events.publishEvent(
                        new CourseCompleted(
                                guardian,
                                Ids.next(),
                                Ids.next(),
                                new Words("一门课", "A course"),
                                ReadingHour.DIVISION,
                                Instant.now())));
        followed();

        assertThat(traces()).isEqualTo(LOG);
    }

    @Test
    void whoever_signs_in_at_that_moment_gets_no_session() throws Exception {
        Callable<Boolean> refused =
                () -> {
                    try {
                        people.issueToken(guardian, Set.of(Viewer.Scope.READ), Duration.ofDays(1));
                        return false;
                    } catch (Refusal gone) {
                        return true;
                    }
                };

        boolean answer = new Overlapping(transaction, jdbc).run(this::ask, refused).second();

        assertThat(answer).isTrue();
        erasures.finish(guardian);
        assertThat(traces()).isEqualTo(LOG);
    }

    @Test
    void whoever_comes_with_the_same_phone_at_that_moment_is_somebody_new() throws Exception {
        GuardianId anew =
                new Overlapping(transaction, jdbc)
                        .run(this::ask, () -> people.register(phone, "33"))
                        .second();

        erasures.finish(guardian);
        assertThat(anew).isNotEqualTo(guardian);
        assertThat(people.nameOf(anew)).isEmpty();
        assertThat(people.household(anew).children()).isEmpty();
    }

    /** Does something in an open transaction while the guardian's erasure begins and waits. */
    private void overlapping(Runnable deed) throws Exception {
        new Overlapping(transaction, jdbc)
                .run(
                        () -> {
                            deed.run();
                            return true;
                        },
                        Executors.callable(this::erase));
        followed();
    }

    private boolean ask() {
        erasures.ask(guardian);
        return true;
    }
}
