package org.jiaxue.schools.classes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes classes, invites into them and says who teaches them. */
@Component
public class Classes {

    /** How many open classes a school may have. */
    public static final int MOST_OPEN = 200;

    /** How many classes of a school are listed, closed ones included. */
    public static final int MOST_LISTED = 300;

    /** How many teachers a class may have. */
    public static final int MOST_TEACHERS = 10;

    private static final String PURPOSE = "schools.invitation";

    private final ClassStore store;
    private final TeacherStore teachers;
    private final Secrets secrets;
    private final Seal seal;
    private final Audit audit;
    private final Times times;

    Classes(ClassStore store, TeacherStore teachers, Secrets secrets, Audit audit, Times times) {
        this.store = store;
        this.teachers = teachers;
        this.secrets = secrets;
        this.seal = secrets.seal(PURPOSE);
        this.audit = audit;
        this.times = times;
    }

    /** Adds a class with an invitation of its own; false beyond {@value #MOST_OPEN} open ones. */
    @Transactional
    public boolean make(SchoolClass made, Viewer.Staff by) {
        store.lock(made.organisation());
        if (store.open(made.organisation()) >= MOST_OPEN) {
            return false;
        }
        store.add(made, kept(made.id(), fresh()), by.id(), times.now());
        audit.note(by, "class.made", made.id().toString());
        return true;
    }

    /**
     * Changes a class's name, its stage and its year of entry; false for one that is closed. How
     * many pupils it has stays, whatever is told.
     */
    @Transactional
    public boolean correct(SchoolClass told, Viewer.Staff by) {
        if (store.lock(told.id()).filter(SchoolClass::open).isEmpty()) {
            return false;
        }
        store.correct(told);
        audit.note(by, "class.corrected", told.id().toString());
        return true;
    }

    public Optional<SchoolClass> find(ClassId id) {
        return store.find(id);
    }

    /** The class, which nobody else changes until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<SchoolClass> lock(ClassId id) {
        return store.lock(id);
    }

    /** A school's classes, open ones first, at most {@value #MOST_LISTED}. */
    public List<SchoolClass> of(UUID organisation) {
        return store.of(organisation, MOST_LISTED);
    }

    /** The open class that this code invites to today. */
    public Optional<SchoolClass> invitedBy(String code) {
        return store.invitedBy(secrets.hash(PURPOSE, code), times.today());
    }

    /** The code that invites into a class; it may have ended with its term. */
    public Invitation invitation(ClassId id) {
        ClassStore.Kept kept = store.invitation(id).orElseThrow();
        String code = seal.openText(kept.sealed(), id.toString()).orElseThrow();
        return new Invitation(code, kept.until());
    }

    /** Puts another code in the place of the one there is, which is good no more. */
    @Transactional
    public void renew(ClassId id, Viewer.Staff by) {
        store.renew(id, kept(id, fresh()));
        audit.note(by, "class.invitation-renewed", id.toString());
    }

    /** Closes a class; false when it was closed before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(ClassId id, Viewer.Staff by) {
        boolean closed = store.close(id, times.today());
        if (closed) {
            audit.note(by, "class.closed", id.toString());
        }
        return closed;
    }

    /** Lets somebody teach a class; false beyond {@value #MOST_TEACHERS} teachers. */
    @Transactional
    public boolean teach(ClassId id, StaffId teacher, Viewer.Staff by) {
        store.lock(id);
        List<StaffId> now = teachers.of(id);
        if (now.contains(teacher)) {
            return true;
        }
        if (now.size() >= MOST_TEACHERS) {
            return false;
        }
        teachers.add(id, teacher, times.now());
        audit.note(by, "class.teacher-added", id + " " + teacher);
        return true;
    }

    /** Lets somebody teach a class no longer. */
    @Transactional
    public void release(ClassId id, StaffId teacher, Viewer.Staff by) {
        teachers.remove(id, teacher);
        audit.note(by, "class.teacher-removed", id + " " + teacher);
    }

    public List<StaffId> teachers(ClassId id) {
        return teachers.of(id);
    }

    /** The classes of a school that somebody teaches. */
    public Set<ClassId> taughtBy(StaffId teacher, UUID organisation) {
        return teachers.taughtBy(teacher, organisation);
    }

    /** Open classes that were not settled as of this Monday, the oldest first. */
    public List<ClassId> unsettled(LocalDate monday, int most) {
        return store.unsettled(monday, most);
    }

    /**
     * Says that the class is settled as of this Monday; false when it is already, or was closed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settled(ClassId id, LocalDate monday) {
        return store.settled(id, monday);
    }

    private Invitation fresh() {
        return Invitation.until(Term.of(times.today()).last());
    }

    private ClassStore.Kept kept(ClassId id, Invitation invitation) {
        return new ClassStore.Kept(
                secrets.hash(PURPOSE, invitation.code()),
                seal.close(invitation.code(), id.toString()),
                invitation.until());
    }
}
