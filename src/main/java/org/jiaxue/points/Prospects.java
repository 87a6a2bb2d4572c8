package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.LedgerStore.CauseOf;
import org.jiaxue.points.LedgerStore.Since;
import org.jiaxue.points.Residences.Residence;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Outcome;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What deeds would bring that are not done yet. It goes by the same arithmetic as the ledger, by
 * the same rules and with the same caps, and writes nothing.
 */
@Component
public class Prospects {

    private final LedgerStore store;
    private final ObjectProvider<Learning> learning;
    private final Rules rules;
    private final Residences residences;
    private final Times times;

    Prospects(
            LedgerStore store,
            ObjectProvider<Learning> learning,
            Rules rules,
            Residences residences,
            Times times) {
        this.store = store;
        this.learning = learning;
        this.rules = rules;
        this.residences = residences;
        this.times = times;
    }

    /**
     * Something that could be done.
     *
     * @param cause what would be learned; where the ledger was told of it before, it brings nothing
     * @param at when, now or later
     */
    public record Deed(EventKind kind, UUID cause, Subject subject, Instant at) {}

    /**
     * What a deed would bring.
     *
     * @param category for what its points would be
     * @param points after the caps, 0 or more
     * @param full what its rule gives, 0 where none holds
     * @param told whether the ledger has it already, so that nothing comes of doing it again
     */
    public record Prospect(
            Deed deed, LocalDate day, String category, int points, int full, boolean told) {

        /** Whether no cap takes anything of it. */
        public boolean whole() {
            return points == full;
        }
    }

    /** Something of which the ledger can be told once. */
    private record Told(EventKind kind, UUID cause) {

        static Told of(Deed deed) {
            return new Told(deed.kind(), deed.cause());
        }
    }

    /** One guardian's account as it stands now, to be asked about deeds. */
    public final class Outlook {

        private final GuardianId guardian;
        private final Residence residence;
        private final Tally before;
        private final Set<Told> told;

        private Outlook(GuardianId guardian, Residence residence, Tally before, Set<Told> told) {
            this.guardian = guardian;
            this.residence = residence;
            this.before = before;
            this.told = told;
        }

        /**
         * What these deeds would bring if all of them were done and nothing else, in their order;
         * the ledger goes by their times.
         *
         * @param deeds among those for which this was opened, each once, at any time from now on
         */
        public List<Prospect> of(List<Deed> deeds) {
            List<Claim> claims = deeds.stream().map(it -> claim(guardian, residence, it)).toList();
            Map<UUID, Outcome> outcomes = new HashMap<>();
            Crediting.settle(before, List.of(), fresh(deeds, claims), Map.of())
                    .fresh()
                    .forEach(it -> outcomes.put(it.claim().event(), it));
            return IntStream.range(0, deeds.size())
                    .mapToObj(i ->
                            prospect(
                                    deeds.get(i),
                                    claims.get(i),
                                    outcomes.get(claims.get(i).event())))
                    .toList();
        }

        /** The claims of which the ledger has not been told. */
        private List<Claim> fresh(List<Deed> deeds, List<Claim> claims) {
            return IntStream.range(0, deeds.size())
                    .filter(i -> !told.contains(Told.of(deeds.get(i))))
                    .mapToObj(claims::get)
                    .toList();
        }

        private static Prospect prospect(Deed deed, Claim claim, @Nullable Outcome outcome) {
            String category = claim.category().slug();
            return outcome == null
                    ? new Prospect(deed, claim.day(), category, 0, 0, true)
                    : new Prospect(
                            deed, claim.day(), category, outcome.points(), outcome.full(), false);
        }
    }

    /**
     * Opens a guardian's account for questions about these deeds, on whatever day they are done.
     */
    public Outlook of(GuardianId guardian, Collection<Deed> deeds) {
        Since since = since(guardian);
        Map<GuardianId, Tally> tallies = store.before(List.of(since));
        Set<CauseOf> causes =
                deeds.stream()
                        .filter(it -> Crediting.sharesCauses(it.kind()))
                        .map(it -> new CauseOf(guardian, Crediting.group(it.kind()), it.cause()))
                        .collect(Collectors.toCollection(HashSet::new));
        store.addCauses(tallies, causes, Map.of(guardian, since));
        return new Outlook(
                guardian,
                residences.of(guardian),
                Objects.requireNonNull(tallies.get(guardian)),
                told(guardian, deeds));
    }

    /** Of which of these the ledger was told, whatever came of it, and wherever its line lies. */
    private Set<Told> told(GuardianId guardian, Collection<Deed> deeds) {
        Set<Told> told = new HashSet<>();
        learning.getObject()
                .told(guardian, deeds.stream().map(Deed::cause).toList())
                .forEach(
                        (kind, causes) -> causes.forEach(cause -> told.add(new Told(kind, cause))));
        return told;
    }

    /** From when on the caps look at a guardian today. */
    Since since(GuardianId guardian) {
        LocalDate today = times.today();
        LocalDate floor = Period.floor(today, rules.book().capsTerms());
        return new Since(
                guardian,
                today.plusDays(1).atStartOfDay(times.zone()).toInstant(),
                today,
                floor.atStartOfDay(times.zone()).toInstant());
    }

    private Claim claim(GuardianId guardian, Residence residence, Deed deed) {
        LocalDate day = times.dayOf(deed.at());
        LearningEvent event =
                new LearningEvent(
                        Ids.next(),
                        guardian,
                        deed.kind(),
                        deed.cause(),
                        deed.at(),
                        deed.subject(),
                        residence.division(),
                        Setting.of(
                                deed.subject(),
                                residence.household().children(),
                                day,
                                times.today(),
                                residence.school()));
        return Claim.of(event, day, times.zone(), rules.inForce(event, day));
    }
}
