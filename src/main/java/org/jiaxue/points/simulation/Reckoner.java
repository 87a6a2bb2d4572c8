package org.jiaxue.points.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.TrialGrading.Gain;
import org.jiaxue.points.TrialGrading.Step;
import org.jiaxue.points.TrialGrading.Told;
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.points.simulation.Books.Versus;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the events of some guardians, one after the other and each in order, and credits
 * them by both books. Days before the term only fill the caps.
 */
final class Reckoner implements Consumer<LearningEvent> {

    private static final String[] CATEGORIES =
            Arrays.stream(Category.values()).map(Category::slug).toArray(String[]::new);

    private final Books books;
    private final Times clock;
    private final Map<GuardianId, Household> households;
    private final Map<UUID, Standing> standings;
    private final Step step;
    private final Gathered gathered;
    private @Nullable Household household;
    private Tally seenNow;
    private Tally seenThen;
    private final int times;
    private final Set<String> touched = new HashSet<>();
    private final Map<GuardianId, @Nullable Stage> learned = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private Gathered.Points sums = new Gathered.Points();

    /**
     * Begins.
     *
     * @param times 1; -1 to take these guardians out again
     */
    Reckoner(
            Books books,
            Times clock,
            Map<GuardianId, Household> households,
            Map<UUID, Standing> standings,
            Step step,
            Gathered gathered,
            int times) {
        this.books = books;
        this.clock = clock;
        this.households = households;
        this.standings = standings;
        this.step = step;
        this.gathered = gathered;
        this.times = times;
        this.seenNow = new Tally(books.begins());
        this.seenThen = seenNow;
    }

    @Override
    public void accept(LearningEvent event) {
        if (household == null || !household.guardian().equals(event.guardian())) {
            close();
            household = households.get(event.guardian());
            seenNow = new Tally(books.begins());
            seenThen = books.one() ? seenNow : new Tally(books.begins());
        }
        Standing standing = standings.getOrDefault(event.id(), Standing.COUNTS);
        if (household != null && standing != Standing.REFUSED) {
            count(event, standing == Standing.HELD);
        }
    }

    private void count(LearningEvent event, boolean held) {
        LocalDate day = clock.dayOf(event.occurredAt());
        Effective rules = books.now(event, day);
        Claim claim = claim(event, day, rules);
        int points = Crediting.credit(seenNow, claim).points();
        Gain gain = new Gain(points, CATEGORIES[claim.category().ordinal()]);
        Gain other = gain;
        if (!books.one()) {
            Claim tried = books.same(event, day) ? claim : tried(event, day, rules, claim, held);
            int otherPoints = Crediting.credit(seenThen, tried).points();
            if (otherPoints != points || tried.category() != claim.category()) {
                other = new Gain(otherPoints, CATEGORIES[tried.category().ordinal()]);
            }
        }
        if (!held && !day.isBefore(books.first())) {
            sums.add(event.kind(), gain.points(), other.points());
            told.add(new Told(event, day, gain, other));
        }
    }

    private Claim tried(
            LearningEvent event, LocalDate day, Effective rules, Claim claim, boolean held) {
        Versus versus = books.versus(rules, event, day);
        Claim tried = claim(event, day, versus.then());
        if (!held) {
            touch(claim.rule(), tried.rule(), versus.changed());
        }
        return tried;
    }

    /** Notes by which changed rule an event pays otherwise. */
    private void touch(@Nullable Rule before, @Nullable Rule after, Set<String> changed) {
        if (before == null ? after == null : after != null && before.paysAs(after)) {
            return;
        }
        if (before != null && changed.contains(before.name())) {
            touched.add(before.name());
        }
        if (after != null && changed.contains(after.name())) {
            touched.add(after.name());
        }
    }

    private Claim claim(LearningEvent event, LocalDate day, Effective rules) {
        return Claim.of(event, day, clock.zone(), rules);
    }

    /** At which stage those learned who were counted. */
    Map<GuardianId, @Nullable Stage> learned() {
        return learned;
    }

    /** Counts the guardian who was gone through last. */
    void close() {
        if (household != null && !told.isEmpty()) {
            LearningEvent last = told.getLast().event();
            if (books.whom().governs(household.division(), last.setting().school())) {
                @Nullable Stage stage = last.setting().guardianStage();
                gathered.add(
                        new Gathered.Lived(
                                household.guardian(),
                                household.division(),
                                stage,
                                told.size(),
                                sums,
                                step.reached(household.guardian(), told)),
                        times);
                learned.put(household.guardian(), stage);
                if (times > 0) {
                    gathered.touched().add(household.guardian(), touched);
                }
            }
        }
        household = null;
        touched.clear();
        told.clear();
        sums = new Gathered.Points();
    }
}
