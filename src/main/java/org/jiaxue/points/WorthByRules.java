package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.learning.Worth;
import org.jiaxue.points.Residences.Residence;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what learning is worth as if it were done now, by the rules of where a guardian lives. */
@Component
class WorthByRules implements Worth {

    private static final GuardianId NOBODY = new GuardianId(new UUID(0, 0));

    private final Rules rules;
    private final Residences residences;
    private final Regions regions;
    private final Times times;

    WorthByRules(Rules rules, Residences residences, Regions regions, Times times) {
        this.rules = rules;
        this.residences = residences;
        this.regions = regions;
        this.times = times;
    }

    @Override
    public OptionalInt of(EventKind kind, Subject subject, @Nullable GuardianId guardian) {
        LearningEvent event = event(kind, subject, guardian);
        LocalDate today = times.dayOf(event.occurredAt());
        Rule rule = Claim.of(event, today, times.zone(), rules.inForce(event, today)).rule();
        return rule == null || rule.points() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(rule.points());
    }

    private LearningEvent event(EventKind kind, Subject subject, @Nullable GuardianId guardian) {
        Instant now = times.now();
        if (guardian == null) {
            UUID id = Ids.next();
            return new LearningEvent(
                    id, NOBODY, kind, id, now, subject, regions.home().code(), Setting.NONE);
        }
        Residence residence = residences.of(guardian);
        LocalDate today = times.dayOf(now);
        UUID id = Ids.next();
        return new LearningEvent(
                id,
                guardian,
                kind,
                id,
                now,
                subject,
                residence.division(),
                Setting.of(
                        subject,
                        residence.household().children(),
                        today,
                        today,
                        residence.school()));
    }
}
