package org.jiaxue.schools.desk;

import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.schools.classes.Invitation;
import org.jiaxue.schools.totals.Totals;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.look.QrPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A class's invitation, large enough for a wall and fit to be printed. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class CodePage {

    private final Rights rights;
    private final Classes classes;
    private final Totals totals;
    private final Settings settings;
    private final Times times;

    CodePage(Rights rights, Classes classes, Totals totals, Settings settings, Times times) {
        this.rights = rights;
        this.classes = classes;
        this.totals = totals;
        this.settings = settings;
        this.times = times;
    }

    /**
     * What the page shows.
     *
     * @param good whether the code is good today
     * @param address where one types it
     * @param reads whether the viewer may read the class's totals
     * @param guardians how many are counted in the class, for who may read it: it stands here and
     *     not beside the figures of lessons, which are of other Mondays
     */
    record View(
            Rights.Room room,
            Invitation invitation,
            boolean good,
            String address,
            QrPath qr,
            boolean reads,
            ClassPage.@Nullable Total guardians) {

        String path() {
            return "/console/classes/" + room.schoolClass().id();
        }
    }

    @GetMapping("/console/classes/{id}/code")
    ModelAndView show(Frame frame, @PathVariable String id) {
        Rights.Room room = open(rights.anyRoom(frame, id));
        Invitation invitation = classes.invitation(room.schoolClass().id());
        String address = settings.baseUrl() + "/classes/join";
        boolean reads = rights.reads(frame, room.schoolClass());
        View view =
                new View(
                        room,
                        invitation,
                        invitation.goodOn(times.today()),
                        address.replaceFirst("^https?://", ""),
                        QrPath.of(address + "/" + invitation.code()),
                        reads,
                        reads ? guardians(frame, room.schoolClass().id()) : null);
        return Html.page("schools/desk/code", frame, "view", view);
    }

    @PostMapping("/console/classes/{id}/code")
    ModelAndView renew(Frame frame, @PathVariable String id) {
        Rights.Room room = open(rights.anyRoom(frame, id));
        if (!rights.runs(frame, room.school().id()) && !rights.reads(frame, room.schoolClass())) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        classes.renew(room.schoolClass().id(), Rights.staff(frame));
        return Html.seeOther("/console/classes/" + room.schoolClass().id() + "/code");
    }

    private ClassPage.@Nullable Total guardians(Frame frame, ClassId id) {
        return ClassPage.Total.of(frame, totals.of(id).get(id.value()), null);
    }

    private static Rights.Room open(Rights.Room room) {
        if (!room.schoolClass().open()) {
            throw new Refusal(Problem.conflict("schools.problem.class-closed"));
        }
        return room;
    }
}
