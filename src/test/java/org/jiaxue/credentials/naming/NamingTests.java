package org.jiaxue.credentials.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiaxue.credentials.naming.Naming.Fit;
import org.jiaxue.credentials.naming.Naming.Unfit;
import org.junit.jupiter.api.Test;

class NamingTests {

    @Test
    void a_name_is_kept_as_written_save_for_blanks_and_dots() {
        assertThat(Naming.full("  沈　 禾 ")).isEqualTo(new Fit("沈 禾"));
        assertThat(Naming.full("买买提•艾力")).isEqualTo(new Fit("买买提·艾力"));
        assertThat(Naming.full("Zoë O’Neill-Šarić")).isEqualTo(new Fit("Zoë O’Neill-Šarić"));
        assertThat(Naming.full("Zoe\u0308")).isEqualTo(new Fit("Zoë"));
    }

    @Test
    void rare_characters_of_the_national_table_can_be_printed() {
        assertThat(Naming.full("龑頔媗𬍛㛃")).isEqualTo(new Fit("龑頔媗𬍛㛃"));
    }

    @Test
    void a_character_that_cannot_be_printed_is_named() {
        assertThat(Naming.full("沈𪚥"))
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> {
                            assertThat(unfit.problem().key())
                                    .isEqualTo("credentials.naming.missing");
                            assertThat(unfit.problem().args().getFirst()).isEqualTo("𪚥");
                        });
        assertThat(problem(Naming.full("김하나"))).isEqualTo("credentials.naming.missing");
    }

    @Test
    void what_is_no_name_is_refused() {
        assertThat(problem(Naming.full(" "))).isEqualTo("credentials.naming.empty");
        assertThat(problem(Naming.full("沈".repeat(41)))).isEqualTo("credentials.naming.long");
        for (String name : new String[] {"沈1", "<b>", "沈/禾", "·沈", "沈\u200B禾", "沈\u202E禾", "😀"}) {
            assertThat(problem(Naming.full(name))).as(name).isEqualTo("credentials.naming.letters");
        }
    }

    @Test
    void an_honorific_follows_the_surname_and_is_one_of_three() {
        assertThat(Naming.surname("欧阳", "女士")).isEqualTo(new Fit("欧阳女士"));
        assertThat(Naming.surname("沈", "家长")).isEqualTo(new Fit("沈家长"));
        assertThat(problem(Naming.surname("沈", "局长"))).isEqualTo("credentials.naming.honorific");
        assertThat(problem(Naming.surname("", "先生"))).isEqualTo("credentials.naming.empty");
    }

    private static String problem(Naming naming) {
        return naming instanceof Unfit(var problem) ? problem.key() : naming.toString();
    }
}
