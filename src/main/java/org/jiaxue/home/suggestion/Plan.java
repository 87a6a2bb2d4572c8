package org.jiaxue.home.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.licences.Target;
import org.jiaxue.points.Prospects.Deed;
import org.jiaxue.points.Prospects.Outlook;
import org.jiaxue.points.Prospects.Prospect;

/**
 * Things one after the other, each on the first day on which no cap takes anything of it, so that
 * what is said of each is what the ledger will credit when all are done.
 */
final class Plan {

    /** How far apart things of one day are thought to be done. */
    private static final int SECONDS_APART = 60;

    private final Outlook outlook;
    private final Days days;
    private final List<Placed> placed = new ArrayList<>();
    private final Set<LessonId> lessons = new HashSet<>();

    Plan(Outlook outlook, Days days) {
        this.outlook = outlook;
        this.days = days;
    }

    /** A thing with the day on which it is to be done. */
    private record Placed(Candidate candidate, LocalDate day, List<Deed> deeds) {}

    /**
     * A thing with what comes of it.
     *
     * @param course whether it completes a course, and one that was not completed before
     */
    record Outcome(Candidate candidate, LocalDate day, boolean course, List<Prospect> prospects) {

        int points() {
            return prospects.stream().mapToInt(Prospect::points).sum();
        }

        List<Target.Deed> deeds() {
            return prospects.stream().filter(it -> !it.told()).map(Outcome::deed).toList();
        }

        private static Target.Deed deed(Prospect one) {
            return new Target.Deed(
                    one.deed().kind(),
                    one.deed().subject(),
                    one.day(),
                    one.category(),
                    one.points());
        }
    }

    /** Puts a thing last, on the first day on which it and all before it count whole. */
    void add(Candidate candidate) {
        Placed first = place(candidate, days.today());
        placed.add(
                days(candidate).stream()
                        .map(day -> place(candidate, day))
                        .filter(this::whole)
                        .findFirst()
                        .orElse(first));
        if (candidate.course() != null) {
            lessons.add(candidate.course().lesson());
        }
    }

    private List<LocalDate> days(Candidate candidate) {
        return candidate.at() == null ? days.all() : List.of(days.of(candidate.at()));
    }

    private Placed place(Candidate candidate, LocalDate day) {
        Instant now = days.now().plusSeconds((long) placed.size() * SECONDS_APART);
        List<Deed> deeds = candidate.on(day, now, days.zone(), lessons);
        return new Placed(candidate, deeds.isEmpty() ? day : days.of(deeds.getFirst().at()), deeds);
    }

    /** Whether nothing of it is cut, and nothing more of what stands before it. */
    private boolean whole(Placed one) {
        List<Placed> all = new ArrayList<>(placed);
        all.add(one);
        return cut(all) == cut(placed);
    }

    private long cut(List<Placed> things) {
        return outlook.of(things.stream().flatMap(it -> it.deeds().stream()).toList()).stream()
                .mapToInt(it -> it.full() - it.points())
                .sum();
    }

    /** What comes of each when all are done. */
    List<Outcome> outcomes() {
        List<Prospect> all =
                outlook.of(placed.stream().flatMap(it -> it.deeds().stream()).toList());
        List<Outcome> outcomes = new ArrayList<>();
        int from = 0;
        for (Placed one : placed) {
            int to = from + one.deeds().size();
            List<Prospect> own = all.subList(from, to);
            boolean course = own.size() > one.candidate().parts().size() && !own.getLast().told();
            outcomes.add(new Outcome(one.candidate(), one.day(), course, own));
            from = to;
        }
        return outcomes;
    }
}
