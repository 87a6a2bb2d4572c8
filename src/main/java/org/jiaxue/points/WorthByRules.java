package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Worth;
import org.jiaxue.points.Residences.Residence;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Outcome;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credits what could be learned as if it were done now, and writes nothing. */
@Component
class WorthByRules implements Worth {

    private static final GuardianId NOBODY = new GuardianId(new UUID(0, 0));

    private final Prospects prospects;
    private final Rules rules;
    private final Residences residences;
    private final Regions regions;
    private final Times times;

    WorthByRules(
            Prospects prospects, Rules rules, Residences residences, Regions regions, Times times) {
        this.prospects = prospects;
        this.rules = rules;
        this.residences = residences;
        this.regions = regions;
        this.times = times;
    }

    @Override
    public List<Promise> now(List<Deed> deeds, @Nullable GuardianId guardian) {
        if (deeds.isEmpty()) {
            return List.of();
        }
        Instant now = times.now();
        LocalDate today = times.dayOf(now);
        Residence residence = guardian == null ? null : residences.of(guardian);
        Tally tally = guardian == null ? new Tally(today) : prospects.tally(guardian);
        return deeds.stream()
                .map(it -> event(it, now, today, guardian, residence))
                .map(it -> Claim.of(it, today, times.zone(), rules.inForce(it, today)))
                .map(it -> promise(Crediting.credit(tally, it)))
                .toList();
    }

    private static Promise promise(Outcome outcome) {
        return new Promise(outcome.points(), outcome.full(), outcome.why());
    }

    private LearningEvent event(
            Deed deed,
            Instant now,
            LocalDate today,
            @Nullable GuardianId guardian,
            @Nullable Residence residence) {
        Setting setting =
                residence == null
                        ? Setting.NONE
                        : Setting.of(
                                deed.subject(),
                                residence.household().children(),
                                today,
                                today,
                                residence.school());
        return new LearningEvent(
                Ids.next(),
                guardian == null ? NOBODY : guardian,
                deed.kind(),
                Ids.next(),
                now,
                deed.subject(),
                residence == null ? regions.home().code() : residence.division(),
                setting);
    }
}
