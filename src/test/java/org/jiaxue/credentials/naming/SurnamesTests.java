package org.jiaxue.credentials.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurnamesTests {

    @Test
    void a_surname_is_the_first_character() {
        assertThat(Surnames.of("沈禾")).isEqualTo("沈");
        assertThat(Surnames.of(" 王小明 ")).isEqualTo("王");
        assertThat(Surnames.of("𠮷田一")).isEqualTo("𠮷");
    }

    @Test
    void a_compound_surname_is_taken_whole() {
        assertThat(Surnames.of("欧阳修")).isEqualTo("欧阳");
        assertThat(Surnames.of("司马相如")).isEqualTo("司马");
        assertThat(Surnames.of("諸葛亮")).isEqualTo("諸葛");
    }

    @Test
    void two_characters_are_a_surname_and_a_name_even_where_they_could_be_a_compound() {
        assertThat(Surnames.of("东方")).isEqualTo("东");
    }

    @Test
    void where_there_is_no_telling_nothing_is_filled_in() {
        for (String name : new String[] {"", "禾", "Ann Li", "买买提·艾力", "一二三四五六", "Ann沈"}) {
            assertThat(Surnames.of(name)).as(name).isEmpty();
        }
    }
}
