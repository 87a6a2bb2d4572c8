package org.jiaxue.licences.confirming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Confirmations.Asked;
import org.jiaxue.licences.Confirmations.Decided;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmations.Request;
import org.jiaxue.licences.Confirmations.State;
import org.jiaxue.licences.Confirmations.Wanted;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.licences.Licences;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Four layers, confirmed one after the other, with a class, a school and a county. */
@RecordApplicationEvents
class ConfirmationTests extends InWucheng {

    private static final String YEAR = "2026-2027";
    private static final Wanted CLASS_PASS = new Wanted("wucheng", "class", 1, YEAR);

    @Autowired Confirmations confirmations;
    @Autowired Licences licences;
    @Autowired LevelStore levels;
    @Autowired ApplicationEvents published;

    private GuardianId someone;
    private Place ownClass;

    @BeforeEach
    void aGuardianOfAClass() {
        ClassId id = makeClass("三（1）班", 40);
        ownClass = new Place(Confirmer.CLASS, id.toString());
        someone = guardianInWucheng();
        join(id, List.of(someone));
        clock.set(noon(LocalDate.of(2026, 10, 14)));
    }

    @Test
    void what_was_learned_speaks_for_itself_and_each_further_layer_is_asked() {
        learn(someone, 64);
        assertThat(reached(someone)).containsExactly("self 1");

        assertThat(layerAsked()).containsExactly("class 1");
        confirm(ask(CLASS_PASS));
        assertThat(layerAsked()).containsExactly("school 1");
        confirm(ask(new Wanted("wucheng", "school", 1, YEAR)));
        assertThat(layerAsked()).containsExactly("county 1");
        confirm(ask(new Wanted("wucheng", "county", 1, YEAR)));

        assertThat(layerAsked()).isEmpty();
        assertThat(reached(someone))
                .containsExactlyInAnyOrder("self 1", "class 1", "school 1", "county 1");
    }

    @Test
    void a_school_year_that_has_ended_may_still_be_confirmed_for_eight_weeks() {
        learn(someone, 64);
        clock.set(noon(LocalDate.of(2027, 10, 26)));
        assertThat(layerAsked()).containsExactly("class 1");
        confirm(ask(CLASS_PASS));
        assertThat(layerAsked()).containsExactly("school 1");
        clock.set(noon(LocalDate.of(2027, 10, 27)));
        assertThat(layerAsked()).isEmpty();
    }

    @Test
    void a_confirmed_level_names_its_request_its_entries_and_its_period() {
        learn(someone, 64);
        Request request = ask(CLASS_PASS);
        confirm(request);

        Licence licence = levels.of(someone).getFirst();
        assertThat(licence.confirmation()).isEqualTo(request.id());
        assertThat(licence.cause()).isEqualTo(request.id());
        assertThat(licence.period()).isEqualTo(YEAR);
        assertThat(licence.reachedAt()).isEqualTo(clock.now());
        assertThat(licence.entries()).hasSize(32).doesNotHaveDuplicates();
        assertThat(published.stream(LevelReached.class))
                .filteredOn(it -> it.guardian().equals(someone) && it.layer().equals("class"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.cause()).isEqualTo(request.id());
                    assertThat(it.within())
                            .isEqualTo(
                                    new LevelReached.Within(
                                            YEAR,
                                            new Words("2026–2027 学年", "School year 2026–2027"),
                                            4,
                                            3));
                });
    }

    @Test
    void only_who_asked_is_seen_and_only_where_they_asked() {
        GuardianId silent = guardianInWucheng();
        learn(silent, 64);
        learn(someone, 64);
        Request request = ask(CLASS_PASS);
        Place other = new Place(Confirmer.CLASS, makeClass("三（2）班", 40).toString());
        Place asSchool = new Place(Confirmer.SCHOOL, ownClass.node());

        assertThat(confirmations.waitingAt(List.of(ownClass))).containsExactly(request);
        assertThat(confirmations.waitingAt(List.of(other, asSchool))).isEmpty();
        assertThat(confirmations.waitingAt(List.of())).isEmpty();
        assertThat(confirmations.waiting(request.id(), List.of(other))).isEmpty();
        assertThat(confirmations.confirm(request.id(), List.of(other), teacher))
                .isInstanceOf(Decided.NotHere.class);
        assertThat(confirmations.decline(request.id(), List.of(asSchool), teacher, "不认识"))
                .isInstanceOf(Decided.NotHere.class);
        assertThat(reached(someone)).containsExactly("self 1");
    }

    @Test
    void a_request_is_decided_once() {
        learn(someone, 64);
        Request request = ask(CLASS_PASS);
        confirm(request);

        assertThat(confirmations.confirm(request.id(), List.of(ownClass), teacher))
                .isInstanceOf(Decided.NotHere.class);
        assertThat(confirmations.waitingAt(List.of(ownClass))).isEmpty();
        assertThat(confirmations.ask(someone, CLASS_PASS)).isInstanceOf(Asked.NotNow.class);
        assertThat(confirmations.withdraw(someone, request.id())).isFalse();
    }

    @Test
    void who_is_declined_reads_why_loses_nothing_and_may_ask_again_so_often() {
        learn(someone, 64);
        for (int turn = 0; turn < Confirmations.MOST_ASKED; turn++) {
            Request request = ask(CLASS_PASS);
            assertThat(confirmations.ask(someone, CLASS_PASS)).isInstanceOf(Asked.NotNow.class);
            confirmations.decline(request.id(), List.of(ownClass), teacher, "请先来一次家长会");
            clock.set(clock.now().plusSeconds(60));
        }

        assertThat(confirmations.ask(someone, CLASS_PASS)).isInstanceOf(Asked.TooOften.class);
        assertThat(layerAsked()).isEmpty();
        assertThat(confirmations.ofGuardian(someone))
                .hasSize(Confirmations.MOST_ASKED)
                .allSatisfy(it -> {
                    assertThat(it.state()).isEqualTo(State.DECLINED);
                    assertThat(it.reason()).isEqualTo("请先来一次家长会");
                });
        assertThat(reached(someone)).containsExactly("self 1");
    }

    @Test
    void a_reason_is_there_and_short() {
        learn(someone, 64);
        UUID request = ask(CLASS_PASS).id();
        String most = "长".repeat(Confirmations.MOST_REASON);

        for (String wrong : List.of(" ", most + "了")) {
            assertThatThrownBy(
                            () -> confirmations.decline(request, List.of(ownClass), teacher, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(confirmations.decline(request, List.of(ownClass), teacher, most))
                .isInstanceOf(Decided.Done.class);
    }

    @Test
    void a_request_that_is_taken_back_waits_no_more() {
        learn(someone, 64);
        Request request = ask(CLASS_PASS);

        assertThat(confirmations.withdraw(guardianInWucheng(), request.id())).isFalse();
        assertThat(confirmations.withdraw(someone, request.id())).isTrue();

        assertThat(confirmations.waitingAt(List.of(ownClass))).isEmpty();
        assertThat(layerAsked()).containsExactly("class 1");
    }

    @Test
    void without_a_class_there_is_nobody_to_ask() {
        GuardianId alone = guardianInWucheng();
        learn(alone, 64);

        assertThat(confirmations.askable(alone))
                .singleElement()
                .satisfies(it -> assertThat(it.place()).isNull());
        assertThat(confirmations.ask(alone, CLASS_PASS)).isInstanceOf(Asked.Nobody.class);
    }

    @Test
    void nothing_is_asked_for_before_it_is_earned_or_out_of_order() {
        learn(someone, 58);
        assertThat(confirmations.ask(someone, CLASS_PASS)).isInstanceOf(Asked.NotNow.class);
        learn(someone, 70);

        assertThat(reached(someone)).containsExactly("self 1", "self 2");
        for (Wanted wrong :
                List.of(
                        new Wanted("wucheng", "class", 2, YEAR),
                        new Wanted("wucheng", "school", 1, YEAR),
                        new Wanted("wucheng", "class", 1, "2025-2026"),
                        new Wanted("wucheng", "self", 3, YEAR),
                        new Wanted("wucheng", "class", 9, YEAR),
                        new Wanted("shangcheng", "7-9", 1, "ever"))) {
            assertThat(confirmations.ask(someone, wrong)).isInstanceOf(Asked.NotNow.class);
        }
    }

    @Test
    void what_is_confirmed_late_belongs_to_the_year_that_earned_it() {
        learn(someone, 64);
        Request request = ask(CLASS_PASS);
        clock.set(noon(LocalDate.of(2027, 9, 1)));

        confirm(request);

        assertThat(reached(someone)).containsExactly("self 1", "class 1");
        assertThat(levels.of(someone)).extracting(Licence::period).containsOnly(YEAR);
        assertThat(licences.paths(someone))
                .filteredOn(it -> it.scheme().equals("wucheng"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.period()).isEqualTo("2027-2028");
                    assertThat(it.rungs()).allMatch(rung -> rung.reached() == 0);
                });
    }

    @Test
    void an_account_that_is_erased_takes_its_requests_along() {
        learn(someone, 64);
        Request request = ask(CLASS_PASS);

        jdbc.sql("select licences.erase(:who)")
                .param("who", someone.value())
                .query((_, _) -> 1)
                .list();

        assertThat(confirmations.waitingAt(List.of(ownClass))).isEmpty();
        assertThat(confirmations.ofGuardian(someone)).isEmpty();
        assertThat(confirmations.confirm(request.id(), List.of(ownClass), teacher))
                .isInstanceOf(Decided.NotHere.class);
    }

    private Request ask(Wanted wanted) {
        return ((Asked.Waiting) confirmations.ask(someone, wanted)).request();
    }

    private void confirm(Request request) {
        assertThat(
                        confirmations.confirm(
                                request.id(), List.of(request.place()), new StaffId(Ids.next())))
                .isInstanceOf(Decided.Done.class);
    }

    private List<String> layerAsked() {
        return confirmations.askable(someone).stream()
                .map(it -> it.wanted().layer() + " " + it.wanted().level())
                .toList();
    }

    /** The levels of the four layers, in the order in which they were reached. */
    private List<String> reached(GuardianId guardian) {
        return levels.of(guardian).reversed().stream()
                .filter(it -> it.scheme().equals("wucheng"))
                .map(it -> it.layer() + " " + it.level())
                .toList();
    }
}
