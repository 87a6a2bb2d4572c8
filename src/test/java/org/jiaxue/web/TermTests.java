package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTests {

    private static final Term AUTUMN = new Term(2026, Term.Half.AUTUMN);
    private static final Term SPRING = new Term(2027, Term.Half.SPRING);

    @Test
    void an_autumn_term_lasts_from_september_to_the_end_of_january() {
        assertThat(AUTUMN.first()).isEqualTo("2026-09-01");
        assertThat(AUTUMN.last()).isEqualTo("2027-01-31");
        assertThat(AUTUMN.months())
                .startsWith(YearMonth.of(2026, 9))
                .endsWith(YearMonth.of(2027, 1))
                .hasSize(5);
    }

    @Test
    void a_spring_term_lasts_from_february_to_the_end_of_august() {
        assertThat(SPRING.first()).isEqualTo("2027-02-01");
        assertThat(SPRING.last()).isEqualTo("2027-08-31");
        assertThat(SPRING.months())
                .startsWith(YearMonth.of(2027, 2))
                .endsWith(YearMonth.of(2027, 8))
                .hasSize(7);
    }

    @Test
    void every_day_lies_in_the_term_that_is_its_own() {
        for (LocalDate day = LocalDate.of(2026, 1, 1);
                day.getYear() < 2029;
                day = day.plusDays(1)) {
            Term term = Term.of(day);
            assertThat(day).isBetween(term.first(), term.last());
        }
    }

    @Test
    void one_term_follows_another_without_a_gap() {
        assertThat(AUTUMN.after()).isEqualTo(SPRING);
        assertThat(SPRING.before()).isEqualTo(AUTUMN);
        assertThat(AUTUMN.last().plusDays(1)).isEqualTo(AUTUMN.after().first());
        assertThat(SPRING.after().code()).isEqualTo("2027-autumn");
    }

    @Test
    void a_term_is_read_from_its_code_again() {
        assertThat(AUTUMN.code()).isEqualTo("2026-autumn");
        assertThat(Term.ofCode(AUTUMN.code())).contains(AUTUMN);
        assertThat(Term.ofCode(SPRING.code())).contains(SPRING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026", "2026-summer", "2026-Autumn", "26-autumn", "2026-autumn ", "9"})
    void nothing_else_is_a_terms_code(String code) {
        assertThat(Term.ofCode(code)).isEmpty();
    }
}
