package org.jiaxue.activities.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jiaxue.RoomTest;
import org.jiaxue.web.TextsFinder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ReachTests {

    @Autowired Reach reach;
    @Autowired TextsFinder texts;

    @Test
    void an_officer_anywhere_in_the_country_can_choose_where_an_activity_is() {
        assertThat(codes("50")).contains("50", "5001", "500101", "5002", "500242");
        assertThat(codes("4190")).containsExactly("4190", "419001");
        assertThat(codes("4419")).containsExactly("4419", "441900");
        assertThat(codes("441900")).containsExactly("441900");
        assertThat(codes("330102")).contains("330102", "330102001");
    }

    private List<String> codes(String granted) {
        return reach.of(texts.of(Locale.SIMPLIFIED_CHINESE), List.of(granted), granted).stream()
                .flatMap(group -> group.choices().stream())
                .map(Reach.Choice::code)
                .toList();
    }
}
