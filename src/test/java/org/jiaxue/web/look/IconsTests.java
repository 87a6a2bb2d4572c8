package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IconsTests {

    @Test
    void every_icon_that_the_house_names_is_there() {
        for (Tab tab : Tab.values()) {
            assertThat(Icons.outline(tab.icon())).startsWith("<path d=");
        }
        for (Desk desk : Desk.values()) {
            assertThat(Icons.outline(desk.icon())).startsWith("<path d=");
        }
        for (Finding finding : Finding.values()) {
            assertThat(Icons.outline(finding.icon())).startsWith("<path d=");
        }
    }

    @Test
    void an_icon_is_nothing_but_paths() {
        assertThat(Icons.outline("search")).doesNotContain("<svg", "style", "M0 0h24v24H0z");
    }

    @Test
    void an_unknown_icon_is_a_mistake() {
        assertThatThrownBy(() -> Icons.outline("../../application"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
