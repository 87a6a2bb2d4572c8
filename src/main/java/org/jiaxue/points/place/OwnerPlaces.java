package org.jiaxue.points.place;

import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.People;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/** The divisions and schools that rules belong to. */
@Component
public class OwnerPlaces {

    private static final long FEW = 10;

    private final Regions regions;
    private final People people;

    OwnerPlaces(Regions regions, People people) {
        this.regions = regions;
        this.people = people;
    }

    public Words name(Owner owner) {
        UUID school = owner.school();
        return school == null
                ? regions.nameOf(owner.division())
                : regions.organisation(school)
                        .map(Organisation::title)
                        .orElseGet(() -> regions.nameOf(owner.division()));
    }

    /** The owner at a division's code or a school's id; empty where there is none. */
    public Optional<Owner> find(String node) {
        return Ids.parse(node)
                .map(this::school)
                .orElseGet(() -> regions.find(node).map(it -> Owner.of(it.code())));
    }

    private Optional<Owner> school(UUID id) {
        return regions.organisation(id)
                .filter(it -> it.kind().teaches())
                .map(it -> Owner.of(it.county(), it.id()));
    }

    /** Says whom rules concern, without a number that could point at a family. */
    public String whom(Frame frame, Owner owner) {
        String name = frame.say(name(owner));
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
