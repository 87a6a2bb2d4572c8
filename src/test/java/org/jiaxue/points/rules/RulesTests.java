package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class RulesTests {

    @Autowired Rules rules;

    @Test
    void rules_hold_below_their_division_from_their_day_on() {
        RuleSet shipped = Shipped.rules();
        LocalDate first = shipped.from();

        assertThat(rules.inForce(shipped.division() + "0102", first)).isEqualTo(shipped);
        assertThat(rules.inForce(shipped.division(), first.minusDays(1)).version()).isZero();
        assertThat(rules.inForce("99", first).version()).isZero();
    }

    @Test
    void a_rule_set_is_published_again_as_it_is_and_never_edited() {
        rules.publish(Shipped.FILE, Shipped.text());
        String edited = Shipped.text().replaceFirst("points: 2", "points: 3");

        assertThatThrownBy(() -> rules.publish("rules/edited.yaml", edited))
                .hasMessageContaining("a change needs a file with a higher version");
    }
}
