package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Executors;
import org.jiaxue.Overlapping;
import org.jiaxue.identity.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class WithdrawnConsentTests extends AtThePlayer {

    @Autowired PlaybackStore playbacks;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void playTenSeconds() {
        phone.play(playback, lesson.id().value());
        later(10);
        assertThat(phone.beat(playback, "[[0,10]]").status()).isEqualTo(200);
        later(10);
    }

    @Test
    void a_withdrawal_is_felt_at_the_very_next_beat_and_says_what_to_do() {
        people.withdrawConsent(guardian, Purpose.RECORDS);

        Device.Answer refused = phone.beat(playback, "[[10,20]]");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("learning.problem.not-agreed");
        assertThat(refused.detail()).contains("我的数据");
        assertThat(coveredSeconds()).isEqualTo(10);
    }

    @Test
    void in_a_list_of_beats_each_is_refused() {
        people.withdrawConsent(guardian, Purpose.RECORDS);

        String item = "{\"playback\":\"" + playback + "\",\"played\":[[10,20]]}";
        Device.Answer answer = phone.send("POST", "/api/v1/beats", "[" + item + "," + item + "]");

        assertThat(answer.body().path("results").get(0).path("status").intValue()).isEqualTo(403);
        assertThat(answer.body().path("results").get(1).path("status").intValue()).isEqualTo(403);
        assertThat(coveredSeconds()).isEqualTo(10);
    }

    @Test
    void a_withdrawal_that_is_taken_back_changes_nothing() {
        transaction.executeWithoutResult(status -> {
            people.withdrawConsent(guardian, Purpose.RECORDS);
            status.setRollbackOnly();
        });

        assertThat(phone.beat(playback, "[[10,20]]").number("coveredSeconds")).isEqualTo(20);
    }

    @Test
    void having_agreed_again_the_playback_goes_on_once_it_is_resumed() {
        people.withdrawConsent(guardian, Purpose.RECORDS);
        people.giveConsent(guardian, Purpose.RECORDS);

        assertThat(phone.beat(playback, "[[10,20]]").status()).isEqualTo(409);
        assertThat(phone.play(playback, lesson.id().value()).number("coveredSeconds"))
                .isEqualTo(10);
        later(10);
        assertThat(phone.beat(playback, "[[10,20]]").number("coveredSeconds")).isEqualTo(20);
    }

    @Test
    void the_other_consent_stops_no_playback() {
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.withdrawConsent(guardian, Purpose.CHILDREN);

        assertThat(phone.beat(playback, "[[10,20]]").number("coveredSeconds")).isEqualTo(20);
    }

    @Test
    void a_playback_that_starts_while_consent_is_withdrawn_is_stopped_by_it() throws Exception {
        var both =
                new Overlapping(transaction, jdbc)
                        .run(
                                () -> people.mayRecordUntilCommit(guardian),
                                Executors.callable(
                                        () -> people.withdrawConsent(guardian, Purpose.RECORDS)),
                                this::begin);

        assertThat(both.first()).isTrue();
        assertThat(active()).isZero();
    }

    private void begin() {
        UUID other = UUID.randomUUID();
        playbacks.begin(guardian, other, lesson.id(), clock.now());
        playbacks.rest(guardian, other);
        playbacks.activate(guardian, lesson.id(), other, lesson.seconds(), clock.now());
    }

    private int coveredSeconds() {
        return jdbc.sql(
                        """
                        select covered_seconds from learning.coverage
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    private int active() {
        return jdbc.sql(
                        """
                        select count(*) from learning.coverage
                        where guardian_id = :guardian and active is not null
                        """)
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }
}
