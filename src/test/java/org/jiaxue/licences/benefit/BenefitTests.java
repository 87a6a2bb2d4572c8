package org.jiaxue.licences.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jiaxue.AtOnce;
import org.jiaxue.Overlapping;
import org.jiaxue.identity.Phone;
import org.jiaxue.licences.wording.Ground;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class BenefitTests extends WithStars {

    @Autowired List<PersonalData> rooms;

    @Test
    void there_are_three_kinds_and_no_way_to_another() {
        assertThat(Arrays.stream(BenefitKind.values()).map(BenefitKind::slug))
                .containsExactly("booking-ahead", "voucher", "venue-pass");
        OfferId id = opened(1, 1);
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        """
                                        update licences.offer set kind = 'school-place'
                                        where offer_id = :id
                                        """)
                                .param("id", id.value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_offer_names_no_lesson_and_no_price_and_neither_does_what_is_taken() {
        assertThat(components(Offer.class))
                .containsExactly(
                        "id", "division", "kind", "gate", "quota", "each", "from", "until");
        assertThat(components(Gate.class)).containsExactly("scheme", "level", "layer");
        assertThat(components(Promise.class)).containsExactly("title", "what", "place");
        assertThat(components(Taking.class))
                .containsExactly("id", "offer", "version", "until", "at", "usedAt", "returnedAt");
    }

    private static Stream<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }

    @Test
    void words_that_promise_what_red_line_five_forbids_make_no_offer() {
        Offer offer = offer(BenefitKind.VOUCHER, 1, 1, 1);
        Promise promise =
                new Promise(
                        new Words("绘本一本", "A picture book"),
                        new Words("三星家庭优先 入 學", "For families"),
                        new Words("图书馆", "Library"));

        assertThat(offers.make(offer, promise, writer))
                .isInstanceOfSatisfying(
                        Publishing.Worded.class,
                        it -> assertThat(it.objection().ground()).isEqualTo(Ground.ADMISSION));
        assertThat(offers.find(offer.id())).isEmpty();
        OfferId open = opened(1, 1);
        assertThat(offers.mend(open, 1, promise, writer)).isInstanceOf(Publishing.Worded.class);
    }

    @Test
    void an_offer_opens_once_somebody_else_has_read_it() {
        GuardianId guardian = starred();
        Offer offer = offer(BenefitKind.VOUCHER, 1, 5, 1);
        offers.make(offer, promise("绘本一本"), writer);

        assertThat(takings.openTo(guardian).mine()).extracting(Kept::offer).doesNotContain(offer);
        assertThat(takings.take(guardian, offer.id())).isInstanceOf(Got.NotOpen.class);
        assertThat(offers.read(offer.id(), 1, writer)).isInstanceOf(Publishing.OwnWords.class);
        assertThat(takings.take(guardian, offer.id())).isInstanceOf(Got.NotOpen.class);

        assertThat(offers.read(offer.id(), 1, reader)).isInstanceOf(Publishing.Done.class);
        assertThat(takings.openTo(guardian).mine()).extracting(Kept::offer).contains(offer);
        assertThat(takings.take(guardian, offer.id())).isInstanceOf(Got.Taken.class);
    }

    @Test
    void a_level_that_the_scheme_does_not_have_gives_access_to_nothing() {
        assertThat(offers.make(offer(BenefitKind.VOUCHER, 6, 1, 1), promise("绘本"), writer))
                .isInstanceOf(Publishing.NoSuchLevel.class);
    }

    @Test
    void a_licence_gives_access_and_the_next_star_is_told_without_it() {
        GuardianId one = starred();
        GuardianId none = guardian();
        Offer first = offer(BenefitKind.VENUE_PASS, 1, 5, 1);
        Offer second = offer(BenefitKind.VOUCHER, 2, 5, 1);
        Offer third = offer(BenefitKind.VOUCHER, 3, 5, 1);
        List.of(first, second, third).forEach(this::opened);

        assertThat(takings.openTo(one).mine())
                .extracting(Kept::offer)
                .contains(first)
                .doesNotContain(second, third);
        assertThat(takings.openTo(one).next())
                .extracting(Kept::offer)
                .contains(second)
                .doesNotContain(first, third);
        assertThat(takings.openTo(none).mine()).isEmpty();
        assertThat(takings.openTo(none).next())
                .extracting(Kept::offer)
                .contains(first)
                .doesNotContain(second, third);
        assertThat(takings.take(none, first.id())).isInstanceOf(Got.NoAccess.class);
        assertThat(takings.take(one, second.id())).isInstanceOf(Got.NoAccess.class);
    }

    @Test
    void an_offer_is_for_those_who_live_there() {
        GuardianId guardian = starred();
        OfferId id = opened(5, 1);
        people.move(guardian, "330106");

        assertThat(takings.openTo(guardian).mine()).extracting(it -> it.offer().id()).isEmpty();
        assertThat(takings.take(guardian, id)).isInstanceOf(Got.NotOpen.class);
    }

    @Test
    void of_two_who_come_for_the_last_one_exactly_one_gets_it() throws Exception {
        GuardianId one = starred();
        GuardianId other = starred();
        OfferId id = opened(1, 1);

        Overlapping.Both<Got, Got> both =
                new Overlapping(transaction, jdbc)
                        .run(() -> takings.take(one, id), () -> takings.take(other, id));

        assertThat(both.first()).isInstanceOf(Got.Taken.class);
        assertThat(both.second()).isInstanceOf(Got.NoneLeft.class);
        assertThat(left(id)).isZero();
    }

    @Test
    void whoever_takes_at_once_there_are_never_more_than_there_are() throws Exception {
        ConcurrentLinkedQueue<GuardianId> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 6; i++) {
            waiting.add(starred());
        }
        OfferId id = opened(4, 1);
        ConcurrentLinkedQueue<Got> came = new ConcurrentLinkedQueue<>();

        AtOnce.run(6, () -> came.add(takings.take(waiting.remove(), id)));

        assertThat(came).filteredOn(Got.Taken.class::isInstance).hasSize(4);
        assertThat(came).filteredOn(Got.NoneLeft.class::isInstance).hasSize(2);
        assertThat(left(id)).isZero();
    }

    @Test
    void one_guardian_at_once_gets_no_more_than_one_may_have() throws Exception {
        GuardianId guardian = starred();
        OfferId id = opened(10, 2);
        ConcurrentLinkedQueue<Got> came = new ConcurrentLinkedQueue<>();

        AtOnce.run(6, () -> came.add(takings.take(guardian, id)));

        assertThat(came).filteredOn(Got.Taken.class::isInstance).hasSize(2);
        assertThat(left(id)).isEqualTo(8);
        assertThat(takings.of(guardian)).hasSize(2);
    }

    @Test
    void an_offer_that_is_ended_gives_nothing_more_and_what_was_taken_stays_good() {
        GuardianId guardian = starred();
        OfferId id = opened(5, 2);
        TakingId taking = taken(guardian, id);

        assertThat(offers.end(id, reader)).isInstanceOf(Publishing.Done.class);

        assertThat(takings.take(guardian, id)).isInstanceOf(Got.NotOpen.class);
        assertThat(offers.mend(id, 1, promise("别的"), writer))
                .isInstanceOf(Publishing.Changed.class);
        assertThat(counter.use(venue, code(guardian, taking))).isInstanceOf(Redeeming.Used.class);
    }

    @Test
    void mended_words_wait_for_a_reader_and_who_took_keeps_what_they_read() {
        GuardianId guardian = starred();
        OfferId id = opened(5, 2);
        TakingId before = taken(guardian, id);
        offers.mend(id, 1, promise("材料包一份"), writer);

        TakingId between = taken(guardian, id);
        assertThat(title(guardian, between)).isEqualTo("绘本一本");
        assertThat(offers.read(id, 1, reader)).isInstanceOf(Publishing.Changed.class);
        offers.read(id, 2, reader);

        assertThat(takings.openTo(guardian).mine())
                .filteredOn(it -> it.offer().id().equals(id))
                .extracting(it -> it.read().orElseThrow().promise().title().zh())
                .containsExactly("材料包一份");
        assertThat(title(guardian, before)).isEqualTo("绘本一本");
        assertThat(counter.look(venue, code(guardian, before)))
                .isInstanceOfSatisfying(
                        Redeeming.Good.class,
                        it -> assertThat(it.promise().title().zh()).isEqualTo("绘本一本"));
    }

    private String title(GuardianId guardian, TakingId taking) {
        return takings.find(guardian, taking).orElseThrow().promise().title().zh();
    }

    @Test
    void a_right_to_book_ahead_has_no_code() {
        GuardianId guardian = starred();
        TakingId taking = taken(guardian, opened(offer(BenefitKind.BOOKING_AHEAD, 1, 5, 1)));

        assertThat(takings.groups(guardian, taking)).isEmpty();
        assertThat(takings.giveBack(guardian, taking)).isTrue();
    }

    @Test
    void an_erasure_frees_what_was_not_used_and_keeps_the_count_of_what_was() {
        GuardianId guardian = starred();
        OfferId id = opened(5, 2);
        String unused = code(guardian, taken(guardian, id));
        counter.use(venue, code(guardian, taken(guardian, id)));
        assertThat(left(id)).isEqualTo(3);

        rooms.stream()
                .filter(it -> it.keeps().schema().equals("licences"))
                .forEach(it -> it.erase(guardian));

        assertThat(left(id)).isEqualTo(4);
        assertThat(counter.use(venue, unused)).isInstanceOf(Redeeming.Unknown.class);
        assertThat(takings.of(guardian)).isEmpty();
    }

    @Test
    void somebody_whose_account_is_gone_takes_nothing() {
        GuardianId guardian = starred();
        OfferId id = opened(5, 1);
        Phone phone = Phone.read("13500000001").orElseThrow();
        assertThat(people.register(phone, COUNTY)).isNotEqualTo(guardian);
        jdbc.sql("delete from identity.guardian where guardian_id = :id")
                .param("id", guardian.value())
                .update();

        assertThat(takings.take(guardian, id)).isInstanceOf(Got.NotOpen.class);
        assertThat(left(id)).isEqualTo(5);
    }
}
