package org.jiaxue.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that are wrong are counted, noted and bounded, and use nothing up. */
@RoomTest
class FailedCodesTests {

    private static final String NOTHING = "000000";

    private static int hired;

    @Autowired People people;
    @Autowired SecondFactors factors;
    @Autowired JdbcClient jdbc;

    private Viewer.Staff staff =
            new Viewer.Staff(new StaffId(Ids.next()), "", EnumSet.noneOf(Viewer.Scope.class));
    private Telephone telephone = new Telephone("");
    private List<String> recovery = List.of();

    @BeforeEach
    void set_up() {
        String login = "failed." + ++hired;
        StaffId id =
                people.hire(
                        login,
                        login,
                        "four unrelated words",
                        List.of(new Grant(Role.COUNTY_OFFICER, "330102")));
        staff = new Viewer.Staff(id, login, EnumSet.allOf(Viewer.Scope.class));
        SecondFactors.Offer offer = factors.offer(id, login);
        telephone = new Telephone(offer.secret());
        recovery = codesOf(factors.setUp(staff, offer.sealed(), telephone.digits(-1), ""));
    }

    private static List<String> codesOf(SecondFactors.Setup setup) {
        return setup instanceof SecondFactors.Setup.Done(List<String> codes) ? codes : List.of();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(factors.tryOut(staff, NOTHING)).isEqualTo(new SecondFactors.Trial.Wrong());
        }
    }

    private long noted(String deed) {
        return jdbc.sql("select count(*) from identity.audit where deed = :deed and subject = :id")
                .param("deed", deed)
                .param("id", staff.id().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void every_wrong_code_is_noted_and_told_with_the_next_right_one() {
        fail(3);

        assertThat(noted("second-factor.failed")).isEqualTo(3);
        assertThat(factors.tryOut(staff, telephone.digits(0)))
                .isEqualTo(new SecondFactors.Trial.Right(3));
        assertThat(factors.tryOut(staff, telephone.digits(1)))
                .isEqualTo(new SecondFactors.Trial.Right(0));
    }

    @Test
    void thirty_wrong_codes_in_a_row_lock_the_telephone_to_a_recovery_code() {
        fail(SecondFactors.MOST_FAILED - 1);
        assertThat(factors.locked(staff.id())).isFalse();
        fail(1);

        assertThat(factors.locked(staff.id())).isTrue();
        assertThat(noted("second-factor.locked")).isEqualTo(1);
        assertThat(factors.tryOut(staff, telephone.digits(0)))
                .isEqualTo(new SecondFactors.Trial.Locked());
        assertThat(factors.tryOut(staff, recovery.getFirst()))
                .isEqualTo(new SecondFactors.Trial.Right(SecondFactors.MOST_FAILED + 1));
        assertThat(factors.tryOut(staff, telephone.digits(0)))
                .isEqualTo(new SecondFactors.Trial.Right(0));
    }

    @Test
    void twenty_nine_and_a_right_one_begin_to_count_anew() {
        fail(SecondFactors.MOST_FAILED - 1);
        factors.tryOut(staff, telephone.digits(0));
        fail(SecondFactors.MOST_FAILED - 1);

        assertThat(factors.locked(staff.id())).isFalse();
    }

    @Test
    void somebody_who_looks_after_the_account_opens_a_locked_one() {
        fail(SecondFactors.MOST_FAILED);

        factors.reset(Keys.of(staff.id()), staff.id(), "330102");

        SecondFactors.Offer offer = factors.offer(staff.id(), "failed");
        Telephone another = new Telephone(offer.secret());
        assertThat(codesOf(factors.setUp(staff, offer.sealed(), another.digits(0), "")))
                .isNotEmpty();
        assertThat(factors.tryOut(staff, another.digits(1)))
                .isEqualTo(new SecondFactors.Trial.Right(0));
    }

    @Test
    void a_wrong_code_of_the_new_telephone_uses_up_nothing_of_the_old_one() {
        SecondFactors.Offer offer = factors.offer(staff.id(), "failed");
        Telephone another = new Telephone(offer.secret());

        assertThat(factors.setUp(staff, offer.sealed(), NOTHING, recovery.getFirst()))
                .isEqualTo(new SecondFactors.Setup.WrongNew());
        assertThat(factors.recoveryCodesLeft(staff.id())).isEqualTo(SecondFactors.RECOVERY_CODES);

        assertThat(factors.setUp(staff, offer.sealed(), another.digits(0), NOTHING))
                .isEqualTo(new SecondFactors.Setup.WrongCurrent(new SecondFactors.Trial.Wrong()));
        assertThat(
                        codesOf(
                                factors.setUp(
                                        staff,
                                        offer.sealed(),
                                        another.digits(0),
                                        recovery.getFirst())))
                .hasSize(SecondFactors.RECOVERY_CODES);
    }
}
