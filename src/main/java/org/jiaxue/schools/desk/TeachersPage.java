package org.jiaxue.schools.desk;

import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.People;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who teaches a class: assigned by who runs the school; a teacher may leave by themselves. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class TeachersPage {

    private final Rights rights;
    private final Classes classes;
    private final People people;

    TeachersPage(Rights rights, Classes classes, People people) {
        this.rights = rights;
        this.classes = classes;
        this.people = people;
    }

    @PostMapping("/console/classes/{id}/teachers")
    ModelAndView add(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String staff) {
        SchoolClass one = rights.runRoom(frame, id).schoolClass();
        if (!one.open()) {
            throw new Refusal(Problem.conflict("schools.problem.class-closed"));
        }
        StaffId teacher =
                people.colleagues(one.organisation().toString()).stream()
                        .filter(it -> it.id().toString().equals(staff) && teaches(it))
                        .map(Colleague::id)
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(Problem.unprocessable("schools.problem.no-teacher")));
        if (!classes.teach(one.id(), teacher, Rights.staff(frame))) {
            throw new Refusal(
                    Problem.conflict("schools.problem.teachers-full", Classes.MOST_TEACHERS));
        }
        return Html.seeOther("/console/classes/" + one.id());
    }

    @PostMapping("/console/classes/{id}/teachers/removal")
    ModelAndView remove(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String staff) {
        SchoolClass one = rights.anyRoom(frame, id).schoolClass();
        StaffId me = Rights.staff(frame).id();
        boolean myself = me.toString().equals(staff);
        if (!myself && !rights.runs(frame, one.organisation())) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        StaffId teacher =
                Ids.parse(staff)
                        .map(StaffId::new)
                        .orElseThrow(() ->
                                new Refusal(Problem.unprocessable("schools.problem.no-teacher")));
        classes.release(one.id(), teacher, Rights.staff(frame));
        return Html.seeOther(
                myself ? "/console/schools/" + one.organisation() : "/console/classes/" + one.id());
    }

    /** Whether somebody who works at the school may teach there. */
    static boolean teaches(Colleague colleague) {
        return colleague.roles().stream().anyMatch(it -> it.deeds().contains(Deed.TEACH_CLASS));
    }
}
