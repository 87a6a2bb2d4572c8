package org.jiaxue.schools;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Progress;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.schools.classes.LessonLists;
import org.jiaxue.schools.members.Members;
import org.jiaxue.schools.members.Membership;
import org.jiaxue.schools.opening.ParentSchools;
import org.jiaxue.schools.totals.Totals;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to schools' own parent schools and their classes. Nothing here or behind it tells who is
 * in a class; what a school may know are totals ({@code totals}).
 */
@Component
public class Schools {

    private final ParentSchools parentSchools;
    private final Classes classes;
    private final LessonLists lists;
    private final Members members;
    private final Totals totals;
    private final Learning learning;
    private final Regions regions;
    private final Times times;

    Schools(
            ParentSchools parentSchools,
            Classes classes,
            LessonLists lists,
            Members members,
            Totals totals,
            Learning learning,
            Regions regions,
            Times times) {
        this.parentSchools = parentSchools;
        this.classes = classes;
        this.lists = lists;
        this.members = members;
        this.totals = totals;
        this.learning = learning;
        this.regions = regions;
        this.times = times;
    }

    /** A lesson that comes next in a class. */
    public record Next(SchoolClass schoolClass, LessonId lesson) {}

    /**
     * Opens a school's parent school; one that is open on this platform is left as it is.
     *
     * @throws IllegalArgumentException for a school that has ended, or a day that is refused
     */
    @Transactional
    public void open(UUID organisation, PlatformKind platform, LocalDate on, Viewer.Staff by) {
        ParentSchools.Said said =
                parentSchools.open(
                        regions.organisation(organisation).orElseThrow(), platform, on, by);
        switch (said) {
            case DONE, NOTHING_NEW -> {}
            case DAY_OUTSIDE, DAY_BEFORE_LAST, SCHOOL_ENDED ->
                    throw new IllegalArgumentException(said.name());
        }
    }

    /** Makes a class, which its maker's school must have room for. */
    @Transactional
    public void make(SchoolClass made, Viewer.Staff by) {
        if (!classes.make(made, by)) {
            throw new IllegalArgumentException("at most " + Classes.MOST_OPEN + " open classes");
        }
    }

    /** Lets somebody teach a class, which has at most ten teachers. */
    @Transactional
    public void teach(ClassId id, StaffId teacher, Viewer.Staff by) {
        if (!classes.teach(id, teacher, by)) {
            throw new IllegalArgumentException("at most " + Classes.MOST_TEACHERS + " teachers");
        }
    }

    /** Chooses lessons for a class, in order; it holds at most thirty. */
    @Transactional
    public void choose(ClassId id, List<ChosenLesson> lessons) {
        for (ChosenLesson one : lessons) {
            if (!lists.choose(id, one.lesson(), one.week())) {
                throw new IllegalArgumentException("at most " + LessonLists.MOST_LESSONS);
            }
        }
    }

    /** The code that invites into a class today. */
    public String invitation(ClassId id) {
        return classes.invitation(id).code();
    }

    /** Puts another code in the place of a class's code, which is good no more. */
    @Transactional
    public void inviteAnew(ClassId id, Viewer.Staff by) {
        classes.renew(id, by);
    }

    /**
     * Lets a guardian join a class for a child in a stage. It earns nothing.
     *
     * @return whether the guardian is in the class now; not so in one that is closed or full
     */
    @Transactional
    public boolean join(GuardianId guardian, ClassId id, Stage stage) {
        return members.join(guardian, id, stage) == Members.Joining.JOINED;
    }

    /**
     * The lesson that comes next in a guardian's classes: one of this week, else one without a week
     * or of a week before, else one of a week to come; none that the guardian has completed.
     */
    @Transactional(readOnly = true)
    public Optional<Next> next(GuardianId guardian) {
        return members.of(guardian).stream()
                .map(Membership::schoolClass)
                .flatMap(it -> next(guardian, it).stream())
                .findFirst();
    }

    private Optional<Next> next(GuardianId guardian, SchoolClass one) {
        List<ChosenLesson> list = lists.of(one.id());
        LocalDate monday = Mondays.of(times.today());
        Set<LessonId> completed =
                learning
                        .progress(guardian, list.stream().map(ChosenLesson::lesson).toList())
                        .stream()
                        .filter(Progress::completed)
                        .map(Progress::lesson)
                        .collect(Collectors.toSet());
        return list.stream()
                .filter(it -> !completed.contains(it.lesson()))
                .min(Comparator.comparingInt(it -> distance(it, monday)))
                .map(it -> new Next(one, it.lesson()));
    }

    private static int distance(ChosenLesson lesson, LocalDate monday) {
        LocalDate week = lesson.week();
        if (week == null || week.isBefore(monday)) {
            return 1;
        }
        return week.equals(monday) ? 0 : 2;
    }

    /**
     * Settles the totals of classes that are due, as is done by itself every week.
     *
     * @return how many classes this call settled
     */
    public int settle() {
        return totals.settleDue();
    }
}
