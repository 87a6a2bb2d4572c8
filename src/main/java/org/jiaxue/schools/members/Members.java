package org.jiaxue.schools.members;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Stage;
import org.jiaxue.identity.Throttle;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.schools.classes.Invitation;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets guardians join classes by their code and leave them. Joining earns nothing. */
@Component
public class Members {

    /** How many classes one guardian may be in. */
    public static final int MOST_CLASSES = 12;

    /** How many guardians may be in a class. */
    public static final int MOST_GUARDIANS = 300;

    /** How many codes a guardian may look at. */
    private static final Throttle.Bound LOOKS =
            new Throttle.Bound("CLASS_CODES_A_GUARDIAN_TEN_MINUTES", 20, Duration.ofMinutes(10));

    private final MemberStore store;
    private final Throttle throttle;
    private final Classes classes;
    private final People people;
    private final Times times;

    Members(MemberStore store, Throttle throttle, Classes classes, People people, Times times) {
        this.store = store;
        this.throttle = throttle;
        this.classes = classes;
        this.people = people;
        this.times = times;
    }

    /** What came of joining. */
    public enum Joining {
        JOINED,
        /** The class was closed in the meantime, or the guardian's account erased. */
        CLOSED,
        /** The class holds {@value Members#MOST_GUARDIANS} guardians already. */
        CLASS_FULL,
        /** The guardian is in {@value Members#MOST_CLASSES} classes already. */
        TOO_MANY_CLASSES
    }

    /** Looks at a code; every look counts, so that codes cannot be guessed. */
    @Transactional
    public Invited look(GuardianId guardian, String typed) {
        Optional<String> code = Invitation.read(typed);
        if (code.isEmpty()) {
            return new Invited.Malformed();
        }
        if (people.hereUntilCommit(List.of(guardian)).isEmpty()) {
            return new Invited.Unknown();
        }
        Optional<Duration> wait = throttle.over(LOOKS, guardian.toString());
        if (wait.isPresent()) {
            return new Invited.TooOften(wait.get());
        }
        return classes.invitedBy(code.get())
                .<Invited>map(Invited.Into::new)
                .orElseGet(Invited.Unknown::new);
    }

    /** Joins a class for a child in a stage; joining again only changes the stage. */
    @Transactional
    public Joining join(GuardianId guardian, ClassId id, Stage stage) {
        Optional<SchoolClass> found = classes.lock(id).filter(SchoolClass::open);
        if (found.isEmpty() || people.hereUntilCommit(List.of(guardian)).isEmpty()) {
            return Joining.CLOSED;
        }
        List<Membership> mine = store.of(guardian);
        if (mine.stream().noneMatch(it -> it.schoolClass().id().equals(id))) {
            if (mine.size() >= MOST_CLASSES) {
                return Joining.TOO_MANY_CLASSES;
            }
            if (store.count(id) >= MOST_GUARDIANS) {
                return Joining.CLASS_FULL;
            }
        }
        store.join(guardian, id, stage, times.now());
        return Joining.JOINED;
    }

    /** Leaves a class; false for one that the guardian is not in. */
    @Transactional
    public boolean leave(GuardianId guardian, ClassId id) {
        return store.leave(guardian, id, times.now());
    }

    /** A guardian's open classes, in the order of joining, at most {@value #MOST_CLASSES}. */
    public List<Membership> of(GuardianId guardian) {
        return store.of(guardian);
    }

    /**
     * Who was in a class at a moment with when they joined it, at most {@value #MOST_GUARDIANS} and
     * those who left since.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<GuardianId, Instant> at(ClassId id, Instant moment) {
        return store.at(id, moment);
    }

    /** How often a guardian looked at codes of late. */
    public List<Throttle.Tried> looks(GuardianId guardian) {
        return throttle.tried(LOOKS, guardian.toString());
    }

    /** Forgets how often a guardian looked at codes. */
    public void forgetLooks(GuardianId guardian) {
        throttle.forget(LOOKS, guardian.toString());
    }

    /** Forgets who had left a class before a moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetLeft(ClassId id, Instant moment) {
        store.forgetLeft(id, moment);
    }

    /** Forgets everybody of a class that is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ClassId id) {
        store.forget(id);
    }
}
