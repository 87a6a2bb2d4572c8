package org.jiaxue.schools.totals;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.ConsentWithdrawn;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Learning;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.Mondays;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.schools.classes.LessonLists;
import org.jiaxue.schools.members.Members;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles what a school may know of its classes, once a week as of Monday 00:00 in the region's
 * zone. Until the next Monday every reading is the same, whoever joins, leaves or learns.
 */
@Component
public class Totals {

    /** So many classes are asked for at a time. */
    private static final int BATCH = 200;

    /** So many are forgotten at a time. */
    private static final int MOST_FORGOTTEN = 5_000;

    private final TotalsStore store;
    private final Classes classes;
    private final LessonLists lists;
    private final Members members;
    private final People people;
    private final Learning learning;
    private final Times times;
    private final TransactionTemplate transaction;

    Totals(
            TotalsStore store,
            Classes classes,
            LessonLists lists,
            Members members,
            People people,
            Learning learning,
            Times times,
            TransactionTemplate transaction) {
        this.store = store;
        this.classes = classes;
        this.lists = lists;
        this.members = members;
        this.people = people;
        this.learning = learning;
        this.times = times;
        this.transaction = transaction;
    }

    /** A class's figures by lesson, and under the class's own id that of its guardians. */
    @Transactional(readOnly = true)
    public Map<UUID, Figure> of(ClassId id) {
        return store.of(id);
    }

    /**
     * Settles every open class that was not settled as of this week's Monday, the oldest first and
     * each in a transaction of its own. Where weeks were missed only the last one is settled.
     *
     * @return how many classes this call settled
     */
    @Transactional(propagation = Propagation.NEVER)
    public int settleDue() {
        LocalDate monday = Mondays.of(times.today());
        forgetGone(Term.of(monday).first());
        int settled = 0;
        List<ClassId> due = classes.unsettled(monday, BATCH);
        while (!due.isEmpty()) {
            for (ClassId id : due) {
                if (Boolean.TRUE.equals(transaction.execute(_ -> settle(id, monday)))) {
                    settled++;
                }
            }
            due = classes.unsettled(monday, BATCH);
        }
        return settled;
    }

    /** Those who are in no class since the term before are forgotten. */
    private void forgetGone(LocalDate term) {
        int forgotten;
        do {
            forgotten = store.forget(term, MOST_FORGOTTEN);
        } while (forgotten >= MOST_FORGOTTEN);
    }

    /** Forgets who was counted in a class that is closed, when its members are forgotten. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ClassId id) {
        store.lock(id, List.of());
        store.release(id, List.of());
    }

    /** Who no longer lets their learning be recorded is forgotten at once. */
    @EventListener
    void forget(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.RECORDS) {
            store.release(withdrawn.guardian());
        }
    }

    private boolean settle(ClassId id, LocalDate monday) {
        SchoolClass settled = classes.lock(id).orElseThrow();
        if (!classes.settled(id, monday)) {
            return false;
        }
        Instant moment = monday.atStartOfDay(times.zone()).toInstant();
        Map<GuardianId, Instant> counted = counted(id, monday, moment);
        Map<UUID, Figure> before = store.of(id);
        int guardians = counted.size();
        put(id, before, id.value(), guardians, settled.pupils() - guardians, monday);
        List<LessonId> lessons = lists.before(id, moment);
        Map<LessonId, Integer> completed = learning.completedBy(counted, lessons, moment);
        for (LessonId lesson : lessons) {
            int done = completed.getOrDefault(lesson, 0);
            put(id, before, lesson.value(), done, guardians - done, monday);
        }
        return true;
    }

    /** Those who let their learning be recorded, were in the class and are counted in no other. */
    private Map<GuardianId, Instant> counted(ClassId id, LocalDate monday, Instant moment) {
        Map<GuardianId, Instant> joined = members.at(id, moment);
        Set<GuardianId> there = people.hereUntilCommit(joined.keySet());
        Set<GuardianId> agreeing = there.isEmpty() ? Set.of() : people.mayRecord(there);
        members.forgetLeft(id, moment);
        store.lock(id, there);
        store.release(id, there.stream().filter(it -> !agreeing.contains(it)).toList());
        Map<GuardianId, Instant> since =
                agreeing.stream().collect(Collectors.toMap(it -> it, it -> termOf(joined.get(it))));
        LocalDate term = Term.of(monday).first();
        return store.claim(id, since, monday, term, times.zone());
    }

    /**
     * The beginning of the term of a moment. Who joins a class is counted from there on: what they
     * completed in a term before may stand in the figures of another class, which is forgotten.
     */
    private Instant termOf(@Nullable Instant joined) {
        LocalDate day = times.dayOf(requireNonNull(joined));
        return Term.of(day).first().atStartOfDay(times.zone()).toInstant();
    }

    private void put(
            ClassId id,
            Map<UUID, Figure> figures,
            UUID about,
            int count,
            int missing,
            LocalDate monday) {
        @Nullable Figure before = figures.get(about);
        @Nullable Figure next = Figure.next(before, count, missing, monday);
        if (next != null && !next.equals(before)) {
            store.put(id, about, next);
        }
    }
}
