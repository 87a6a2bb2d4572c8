package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Worth;
import org.jiaxue.points.LedgerStore.Since;
import org.jiaxue.points.Residences.Residence;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Outcome;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.LookUps;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Credits what could be learned as if it were done now, and writes nothing. What is promised to
 * several at the same time is looked up together.
 */
@Component
class WorthByRules implements Worth, DisposableBean {

    private static final GuardianId NOBODY = new GuardianId(new UUID(0, 0));

    private final Prospects prospects;
    private final LedgerStore store;
    private final Rules rules;
    private final Residences residences;
    private final Regions regions;
    private final Times times;

    private final LookUps<Since, Standing> standings;

    WorthByRules(
            Prospects prospects,
            LedgerStore store,
            Rules rules,
            Residences residences,
            Regions regions,
            Times times) {
        this.prospects = prospects;
        this.store = store;
        this.rules = rules;
        this.residences = residences;
        this.regions = regions;
        this.times = times;
        this.standings = new LookUps<>("standings", this::standings);
    }

    /**
     * What a promise depends on.
     *
     * @param residence null where there is no such guardian
     * @param tally what the caps have seen of them up to today
     */
    private record Standing(@Nullable Residence residence, Tally tally) {}

    private List<Standing> standings(List<Since> sinces) {
        Map<GuardianId, Since> once = new LinkedHashMap<>();
        sinces.forEach(it -> once.putIfAbsent(it.guardian(), it));
        Map<GuardianId, Residence> where = residences.of(once.keySet());
        Map<GuardianId, Tally> tallies = store.before(once.values());
        return sinces.stream()
                .map(it ->
                        new Standing(
                                where.get(it.guardian()),
                                Objects.requireNonNull(tallies.get(it.guardian()))))
                .toList();
    }

    @Override
    public List<Promise> now(List<Deed> deeds, @Nullable GuardianId guardian) {
        if (deeds.isEmpty()) {
            return List.of();
        }
        Instant now = times.now();
        LocalDate today = times.dayOf(now);
        Standing standing =
                guardian == null
                        ? new Standing(null, new Tally(today))
                        : standings.of(prospects.since(guardian));
        Residence residence =
                guardian != null && standing.residence() == null
                        ? residences.of(guardian)
                        : standing.residence();
        Tally tally = standing.tally();
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

    @Override
    public void destroy() {
        standings.close();
    }
}
