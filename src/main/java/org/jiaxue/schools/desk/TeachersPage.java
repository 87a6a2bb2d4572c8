package org.jiaxue.schools.desk;

import java.util.Optional;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who teaches a class. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class TeachersPage {

    private final Rights rights;
    private final Classes classes;

    TeachersPage(Rights rights, Classes classes) {
        this.rights = rights;
        this.classes = classes;
    }

    /** A teacher of the school takes a class. */
    @PostMapping("/console/classes/{id}/teachers")
    ModelAndView add(Frame frame, @PathVariable String id) {
        SchoolClass one = taught(frame, id);
        Viewer.Staff me = Rights.staff(frame);
        if (!one.open()) {
            throw new Refusal(Problem.conflict("schools.problem.class-closed"));
        }
        if (!classes.teach(one.id(), me.id(), me)) {
            throw new Refusal(
                    Problem.conflict("schools.problem.teachers-full", Classes.MOST_TEACHERS));
        }
        return Html.seeOther("/console/classes/" + one.id());
    }

    /** A teacher leaves a class. */
    @PostMapping("/console/classes/{id}/teachers/removal")
    ModelAndView remove(Frame frame, @PathVariable String id) {
        SchoolClass one = taught(frame, id);
        classes.release(one.id(), Rights.staff(frame).id(), Rights.staff(frame));
        return Html.seeOther("/console/schools/" + one.organisation());
    }

    private SchoolClass taught(Frame frame, String id) {
        Rights.Room room = rights.anyRoom(frame, id);
        return Optional.of(room.schoolClass())
                .filter(it -> rights.teaches(frame, it.organisation()))
                .orElseThrow(() -> new Refusal(Problem.forbidden("web.problem.not-yours")));
    }
}
