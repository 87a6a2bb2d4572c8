package org.jiaxue.points.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.TrialGrading.Gain;
import org.jiaxue.points.TrialGrading.Step;
import org.jiaxue.points.TrialGrading.Told;
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the events of some guardians, one after the other and each in order, and credits
 * them by both books. Days before the term only fill the caps.
 */
final class Reckoner implements Consumer<LearningEvent> {

    private static final int KINDS = EventKind.values().length;
    private static final String[] CATEGORIES =
            Arrays.stream(Category.values()).map(Category::slug).toArray(String[]::new);

    private final Books books;
    private final Times times;
    private final Map<GuardianId, Household> households;
    private final Map<UUID, Standing> standings;
    private final Step step;
    private final Gathered gathered;
    private @Nullable Household household;
    private Tally seenNow;
    private Tally seenThen;
    private final List<Told> told = new ArrayList<>();
    private final int[] now = new int[KINDS];
    private final int[] then = new int[KINDS];

    Reckoner(
            Books books,
            Times times,
            Map<GuardianId, Household> households,
            Map<UUID, Standing> standings,
            Step step,
            Gathered gathered) {
        this.books = books;
        this.times = times;
        this.households = households;
        this.standings = standings;
        this.step = step;
        this.gathered = gathered;
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
        LocalDate day = times.dayOf(event.occurredAt());
        Claim claim = claim(event, day, books.now(event, day));
        int points = Crediting.credit(seenNow, claim).points();
        Gain gain = new Gain(points, CATEGORIES[claim.category().ordinal()]);
        Gain other = gain;
        if (!books.one()) {
            Claim tried =
                    books.same(event, day) ? claim : claim(event, day, books.then(event, day));
            int otherPoints = Crediting.credit(seenThen, tried).points();
            if (otherPoints != points || tried.category() != claim.category()) {
                other = new Gain(otherPoints, CATEGORIES[tried.category().ordinal()]);
            }
        }
        if (!held && !day.isBefore(books.first())) {
            now[event.kind().ordinal()] += gain.points();
            then[event.kind().ordinal()] += other.points();
            told.add(new Told(event, day, gain, other));
        }
    }

    private Claim claim(LearningEvent event, LocalDate day, Effective rules) {
        return Claim.of(event, day, times.zone(), rules);
    }

    /** Counts the guardian who was gone through last. */
    void close() {
        if (household != null && !told.isEmpty()) {
            LearningEvent last = told.getLast().event();
            if (books.whom().governs(household.division(), last.setting().school())) {
                @Nullable Stage stage = last.setting().guardianStage();
                gathered.add(
                        household.division(),
                        stage,
                        told.size(),
                        now,
                        then,
                        step.reached(household.guardian(), told));
            }
        }
        household = null;
        told.clear();
        Arrays.fill(now, 0);
        Arrays.fill(then, 0);
    }
}
