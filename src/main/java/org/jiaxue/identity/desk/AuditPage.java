package org.jiaxue.identity.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.Place;
import org.jiaxue.identity.staff.RoleWords;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was done about staff at one place, for those who may grant roles there. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class AuditPage {

    private static final int LINES = 50;
    private static final UUID NEWEST = new UUID(-1, -1);
    private static final String STAFF = "staff:";

    private final Audit audit;
    private final Employer employer;
    private final Granting granting;
    private final StaffPlaces reach;

    AuditPage(Audit audit, Employer employer, Granting granting, StaffPlaces reach) {
        this.audit = audit;
        this.employer = employer;
        this.granting = granting;
        this.reach = reach;
    }

    /** A line in words. */
    record Row(String at, String who, String deed, String whom) {}

    /**
     * What the page shows.
     *
     * @param older where older lines are; empty after the last
     */
    record View(Place place, StaffPlaces.Ways ways, List<Row> rows, String older) {}

    @GetMapping("/console/audit")
    ModelAndView show(
            Frame frame,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String q) {
        String asked = node.isEmpty() ? reach.own(frame).stream().findFirst().orElse("") : node;
        Place place = granting.require(frame.viewer(), asked);
        List<Audit.Line> lines =
                audit.at(place.node(), Ids.parse(before).orElse(NEWEST), LINES + 1);
        List<Audit.Line> shown = lines.stream().limit(LINES).toList();
        String older =
                lines.size() > LINES
                        ? "/console/audit?node=" + place.node() + "&before=" + shown.getLast().id()
                        : "";
        View view =
                new View(
                        place,
                        reach.from(frame, place, q),
                        shown.stream().map(it -> row(frame, it)).toList(),
                        older);
        return Html.page("identity/desk/audit", frame, "view", view);
    }

    private Row row(Frame frame, Audit.Line line) {
        String[] subject = line.subject().split(" ", 2);
        String whom = nameOf(subject[0]).orElse("");
        String role = subject.length > 1 ? RoleWords.of(frame, Role.valueOf(subject[1])) : "";
        return new Row(
                frame.texts().moment(line.at()),
                nameOf(line.actor().replace(STAFF, "")).orElse(""),
                frame.say("identity.audit." + line.deed()),
                whom.isEmpty() || role.isEmpty() ? whom + role : whom + " · " + role);
    }

    private Optional<String> nameOf(String id) {
        return Ids.parse(id).map(StaffId::new).flatMap(employer::nameOf);
    }
}
