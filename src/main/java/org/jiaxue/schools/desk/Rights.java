package org.jiaxue.schools.desk;

import java.util.UUID;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/**
 * Who may do what at a school: its administrators and the officers above open it and make classes;
 * a class's totals and list are for its teachers and for administrators, not for officers.
 */
@Component
class Rights {

    private final Access access;
    private final Regions regions;
    private final Classes classes;

    Rights(Access access, Regions regions, Classes classes) {
        this.access = access;
        this.regions = regions;
        this.classes = classes;
    }

    /** A class that somebody may look into, with its school. */
    record Room(SchoolClass schoolClass, Organisation school) {}

    /** The school, where the viewer may run it or teach there. */
    Organisation school(Frame frame, String id) {
        Organisation school =
                Ids.parse(id)
                        .flatMap(regions::organisation)
                        .filter(it -> it.kind() != Organisation.Kind.EDUCATION_GROUP)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("schools.problem.unknown-school")));
        if (!runs(frame, school.id()) && !teaches(frame, school.id())) {
            throw notYours();
        }
        return school;
    }

    /** The school, where the viewer may run it. */
    Organisation runSchool(Frame frame, String id) {
        Organisation school = school(frame, id);
        access.require(frame.viewer(), Deed.RUN_SCHOOL, school.id().toString());
        return school;
    }

    /** The class, for its teachers and for who runs its school as one of it. */
    Room room(Frame frame, String id) {
        Room room = find(id);
        if (!reads(frame, room.schoolClass())) {
            throw notYours();
        }
        return room;
    }

    /** The class, for those who may run its school. */
    Room runRoom(Frame frame, String id) {
        Room room = find(id);
        access.require(frame.viewer(), Deed.RUN_SCHOOL, room.school().id().toString());
        return room;
    }

    /** The class, for whoever may teach at its school or run it. */
    Room anyRoom(Frame frame, String id) {
        Room room = find(id);
        if (!runs(frame, room.school().id()) && !teaches(frame, room.school().id())) {
            throw notYours();
        }
        return room;
    }

    boolean runs(Frame frame, UUID school) {
        return access.allows(frame.viewer(), Deed.RUN_SCHOOL, school.toString());
    }

    boolean teaches(Frame frame, UUID school) {
        return access.allows(frame.viewer(), Deed.TEACH_CLASS, school.toString());
    }

    /** Whether the viewer may choose the class's lessons and read its totals. */
    boolean reads(Frame frame, SchoolClass one) {
        return teaches(frame, one.organisation())
                && (runs(frame, one.organisation())
                        || classes.teachers(one.id()).contains(staff(frame).id()));
    }

    static Viewer.Staff staff(Frame frame) {
        return (Viewer.Staff) frame.viewer();
    }

    private Room find(String id) {
        SchoolClass found =
                Ids.parse(id)
                        .map(ClassId::new)
                        .flatMap(classes::find)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("schools.problem.unknown-class")));
        return new Room(found, regions.organisation(found.organisation()).orElseThrow());
    }

    private static Refusal notYours() {
        return new Refusal(Problem.forbidden("web.problem.not-yours"));
    }
}
