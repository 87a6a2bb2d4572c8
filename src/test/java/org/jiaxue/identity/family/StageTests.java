package org.jiaxue.identity.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Stage;
import org.junit.jupiter.api.Test;

class StageTests {

    @Test
    void primary_school_begins_on_1_september_after_the_sixth_birthday_by_31_august() {
        YearMonth august = YearMonth.of(2019, 8);
        assertThat(Stage.suggest(august, LocalDate.of(2025, 8, 31))).isEqualTo(Stage.KINDERGARTEN);
        assertThat(Stage.suggest(august, LocalDate.of(2025, 9, 1))).isEqualTo(Stage.PRIMARY);
        assertThat(Stage.suggest(YearMonth.of(2019, 9), LocalDate.of(2025, 9, 1)))
                .isEqualTo(Stage.KINDERGARTEN);
    }

    @Test
    void the_stages_follow_each_other_with_the_years() {
        YearMonth born = YearMonth.of(2010, 5);
        assertThat(Stage.suggest(born, LocalDate.of(2010, 4, 30))).isEqualTo(Stage.MARRIAGE);
        assertThat(Stage.suggest(born, LocalDate.of(2010, 5, 1))).isEqualTo(Stage.INFANT);
        assertThat(Stage.suggest(born, LocalDate.of(2013, 9, 1))).isEqualTo(Stage.KINDERGARTEN);
        assertThat(Stage.suggest(born, LocalDate.of(2016, 9, 1))).isEqualTo(Stage.PRIMARY);
        assertThat(Stage.suggest(born, LocalDate.of(2022, 9, 1))).isEqualTo(Stage.JUNIOR);
        assertThat(Stage.suggest(born, LocalDate.of(2025, 9, 1))).isEqualTo(Stage.SENIOR);
    }

    @Test
    void a_birth_month_lies_at_most_ten_months_ahead_and_nineteen_years_back() {
        LocalDate today = LocalDate.of(2026, 3, 15);
        assertThat(BirthMonth.possible(YearMonth.of(2027, 1), today)).isTrue();
        assertThat(BirthMonth.possible(YearMonth.of(2027, 2), today)).isFalse();
        assertThat(BirthMonth.possible(YearMonth.of(2007, 3), today)).isTrue();
        assertThat(BirthMonth.possible(YearMonth.of(2007, 2), today)).isFalse();
    }

    @Test
    void a_phone_is_read_as_people_type_it() {
        assertThat(Phone.read("138 0013-8000")).contains(new Phone("13800138000"));
        assertThat(Phone.read("+86 13800138000")).contains(new Phone("13800138000"));
        assertThat(Phone.read("１３８００１３８０００")).contains(new Phone("13800138000"));
        assertThat(Phone.read("12800138000")).isEmpty();
        assertThat(Phone.read("8613800138000")).isEmpty();
        assertThat(Phone.read("1".repeat(10_000))).isEmpty();
        assertThat(new Phone("13800138000")).hasToString("138****8000");
    }
}
