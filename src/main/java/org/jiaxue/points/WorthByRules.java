package org.jiaxue.points;

import java.util.OptionalInt;
import org.jiaxue.identity.People;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Worth;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what learning is worth from the rules of where a guardian lives. */
@Component
class WorthByRules implements Worth {

    private final Rules rules;
    private final People people;
    private final Regions regions;
    private final Times times;

    WorthByRules(Rules rules, People people, Regions regions, Times times) {
        this.rules = rules;
        this.people = people;
        this.regions = regions;
        this.times = times;
    }

    @Override
    public OptionalInt of(EventKind kind, @Nullable GuardianId guardian) {
        String division = guardian == null ? regions.home().code() : people.divisionOf(guardian);
        return rules.inForce(division, times.today()).rule(kind).stream()
                .mapToInt(RuleSet.Rule::points)
                .filter(points -> points > 0)
                .findFirst();
    }
}
