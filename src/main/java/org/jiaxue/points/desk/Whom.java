package org.jiaxue.points.desk;

import org.jiaxue.identity.People;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.Frame;
import org.springframework.stereotype.Component;

/** Says whom rules concern, without a number that could point at a family. */
@Component
class Whom {

    private static final long FEW = 10;

    private final People people;

    Whom(People people) {
        this.people = people;
    }

    String say(Frame frame, RulePlaces.Place place) {
        String name = frame.say(place.name());
        Owner owner = place.owner();
        if (owner.school() != null) {
            return frame.say("points.desk.whom.school", name);
        }
        long guardians =
                people
                        .guardiansByDivision(owner.division(), owner.division().length())
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return guardians < FEW
                ? frame.say("points.desk.whom.few", name)
                : frame.say("points.desk.whom", name, guardians);
    }
}
