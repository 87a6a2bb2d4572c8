package org.jiaxue.schools.desk;

import java.util.Map;
import java.util.Optional;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another name, stage or year of entry for a class, by those who run its school. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class CorrectionPage {

    private final Rights rights;
    private final Classes classes;
    private final Times times;

    CorrectionPage(Rights rights, Classes classes, Times times) {
        this.rights = rights;
        this.classes = classes;
        this.times = times;
    }

    /** What the page shows: the form, as it is or as it was sent. */
    record View(Rights.Room room, Form form) {

        String path() {
            return "/console/classes/" + room.schoolClass().id() + "/correction";
        }

        String back() {
            return "/console/schools/" + room.school().id();
        }
    }

    @GetMapping("/console/classes/{id}/correction")
    ModelAndView show(Frame frame, @PathVariable String id) {
        Rights.Room room = open(rights.runRoom(frame, id));
        SchoolClass one = room.schoolClass();
        return page(
                frame,
                room,
                Form.of(
                        Map.of(
                                "name",
                                one.name(),
                                "stage",
                                one.stage().slug(),
                                "entry",
                                Integer.toString(one.entryYear()))));
    }

    @PostMapping("/console/classes/{id}/correction")
    ModelAndView correct(
            Frame frame, @PathVariable String id, @RequestParam Map<String, String> sent) {
        Rights.Room room = open(rights.runRoom(frame, id));
        Form form = Form.of(sent);
        Optional<SchoolClass> told =
                ClassForm.correct(frame, form, room.schoolClass(), times.today());
        if (told.isEmpty()) {
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, room, form));
        }
        if (!classes.correct(told.get(), Rights.staff(frame))) {
            throw closed();
        }
        return Html.seeOther("/console/schools/" + room.school().id());
    }

    private static ModelAndView page(Frame frame, Rights.Room room, Form form) {
        return Html.page("schools/desk/correction", frame, "view", new View(room, form));
    }

    private static Rights.Room open(Rights.Room room) {
        if (!room.schoolClass().open()) {
            throw closed();
        }
        return room;
    }

    private static Refusal closed() {
        return new Refusal(Problem.conflict("schools.problem.class-closed"));
    }
}
