package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TabTests {

    @Test
    void a_page_lies_under_one_tab() {
        for (String page : new String[] {"/", "/search?q=a", "/lessons/1", "/activities", "/me"}) {
            assertThat(Arrays.stream(Tab.values()).filter(tab -> tab.holds(page))).hasSize(1);
        }
    }

    @Test
    void a_question_behind_the_path_changes_nothing() {
        assertThat(Tab.TODAY.holds("/?q=/me")).isTrue();
        assertThat(Tab.ME.holds("/mess")).isFalse();
    }

    @Test
    void the_front_desk_does_not_hold_its_neighbours() {
        assertThat(Desk.FRONT.holds("/console/statistics")).isFalse();
        assertThat(Desk.STATISTICS.holds("/console/statistics?by=week")).isTrue();
    }
}
