package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class RulesTests {

    @Autowired Rules rules;

    @Test
    void rules_hold_below_their_division_from_their_day_on() {
        RuleSet shipped = Shipped.rules();
        LocalDate first = shipped.from();

        String home = shipped.owner().division();
        assertThat(rules.inForce(home + "0102", null, first).chain()).containsExactly(shipped);
        assertThat(rules.inForce(home, null, first.minusDays(1)).chain()).isEmpty();
        assertThat(rules.inForce("99", null, first).chain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'points: 2', 'points: 3'",
        "'kind: lesson-completed', 'kind: lesson-completed\n    category: other'",
        "'  day: [0-9]+', '  day: 1'",
        "'template: true', 'template: false'"
    })
    void a_rule_set_is_published_again_as_it_is_and_never_edited(String part, String otherwise) {
        rules.publish(Shipped.FILE, Shipped.text());
        String edited = Shipped.text().replaceFirst(part, otherwise);
        assertThat(edited).isNotEqualTo(Shipped.text());

        assertThatThrownBy(() -> rules.publish("rules/edited.yaml", edited))
                .hasMessageContaining("a change needs a file with a higher version");
    }

    @Test
    void a_release_that_says_it_better_starts_and_what_entries_have_said_stays() {
        String better = Shipped.text().replace("看完《{title}》", "看完了《{title}》");
        assertThat(better).isNotEqualTo(Shipped.text());

        rules.publish(Shipped.FILE, better);

        RuleSet shipped = Shipped.rules();
        assertThat(rules.named(shipped.ref())).contains(shipped);
    }
}
