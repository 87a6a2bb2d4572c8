package org.jiaxue.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.signin.Codes;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is erased stays erased, whatever ends in between and whoever writes at that moment. */
class ErasureTests extends AtTheErasure {

    @Autowired List<PersonalData> rooms;

    @Test
    void asked_twice_it_is_done_once_and_a_stranger_is_nobody() {
        erase();
        erase();
        erasures.ask(new GuardianId(Ids.next()));

        assertThat(undone()).isZero();
        assertThat(lines("guardian.erasure-asked")).isEqualTo(1);
    }

    @Test
    void a_process_that_ends_after_any_room_is_gone_on_from_by_the_next() {
        for (int room : IntStream.range(0, rooms.size()).toArray()) {
            GuardianId one = Life.begun(house, fresh());
            followed();
            erasures.ask(one);
            Erasures ending = endingAfter(room);
            ending.finishIfPossible(one);
            assertThat(undone()).as("after %d rooms", room).isEqualTo(1);

            house.getBean(EraseJob.class).finish();

            assertThat(undone()).isZero();
            assertThat(new Traces(database).of(one.toString())).isEqualTo(LOG);
        }
    }

    @Test
    void nothing_is_agreed_to_for_somebody_who_is_gone() {
        erase();

        for (Purpose purpose : Purpose.values()) {
            assertThat(refusal(() -> people.giveConsent(guardian, purpose))).isTrue();
        }
        assertThat(traces()).isEqualTo(LOG);
    }

    @Test
    void the_application_may_not_remove_a_single_entry_consent_or_line_of_the_log() {
        for (String table : List.of("points.entry", "identity.consent", "identity.audit")) {
            assertThat(
                            jdbc.sql(
                                            """
                                            select has_table_privilege(
                                                current_user, :table, 'delete')
                                            """)
                                    .param("table", table)
                                    .query(Boolean.class)
                                    .single())
                    .isFalse();
        }
    }

    @Test
    void after_half_a_year_nothing_names_the_id_any_more() {
        erase();
        erasures.forget();
        assertThat(traces()).isEqualTo(LOG);

        jdbc.sql("update identity.erasure set done_at = done_at - interval '181 days'").update();
        erasures.forget();

        assertThat(traces()).isEmpty();
    }

    private static boolean refusal(Runnable deed) {
        try {
            deed.run();
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }

    /** One that loses the database after so many rooms. */
    private Erasures endingAfter(int several) {
        List<PersonalData> until = new ArrayList<>();
        for (PersonalData room : rooms) {
            until.add(new Ending(room, several));
        }
        return new Erasures(
                house.getBean(ErasureStore.class),
                until,
                house.getBean(Guardians.class),
                house.getBean(Tokens.class),
                house.getBean(Codes.class),
                house.getBean(Throttle.class),
                house.getBean(Audit.class),
                house.getBean(Times.class),
                events,
                transaction);
    }

    /** Erases as the room does, unless so many did before it in the order of their names. */
    private final class Ending implements PersonalData {

        private final PersonalData room;
        private final boolean away;

        Ending(PersonalData room, int several) {
            this.room = room;
            long before =
                    rooms.stream()
                            .map(one -> one.keeps().schema())
                            .filter(one -> one.compareTo(room.keeps().schema()) < 0)
                            .count();
            this.away = before >= several;
        }

        @Override
        public Keeps keeps() {
            return room.keeps();
        }

        @Override
        public void erase(GuardianId one) {
            if (away) {
                throw new DataAccessResourceFailureException("the process ends here");
            }
            room.erase(one);
        }
    }

    private long undone() {
        return jdbc.sql("select count(*) from identity.erasure where done_at is null")
                .query(Long.class)
                .single();
    }

    private long lines(String deed) {
        return jdbc.sql(
                        """
                        select count(*) from identity.audit where deed = :deed and subject = :id
                        """)
                .param("deed", deed)
                .param("id", guardian.toString())
                .query(Long.class)
                .single();
    }
}
