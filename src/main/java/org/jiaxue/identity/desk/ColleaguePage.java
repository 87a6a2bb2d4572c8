package org.jiaxue.identity.desk;

import java.util.List;
import java.util.Set;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.factor.SecondFactors;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.Place;
import org.jiaxue.identity.staff.RoleWords;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One who works at a place: what they may do there, taking it away, a lost second factor, leaving.
 */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ColleaguePage {

    private static final String PATH = "/console/staff";

    private final Employer employer;
    private final Granting granting;
    private final SecondFactors factors;

    ColleaguePage(Employer employer, Granting granting, SecondFactors factors) {
        this.employer = employer;
        this.granting = granting;
        this.factors = factors;
    }

    /** A role at the place, and whether the place has nobody without it. */
    record Held(String slug, String role, boolean grantable, boolean last) {}

    /**
     * What the page shows.
     *
     * @param lookedAfter whether the viewer may grant all that they have
     * @param locked whether their telephone's codes are not taken any more
     * @param lastSomewhere whether a place would be left without anybody when they leave
     * @param error a message key; empty mostly
     */
    record View(
            StaffId id,
            String name,
            Place place,
            List<Held> held,
            boolean self,
            boolean lookedAfter,
            boolean factor,
            boolean locked,
            boolean lastSomewhere,
            String error) {}

    @GetMapping(PATH + "/{staff}")
    ModelAndView show(
            Frame frame, @PathVariable String staff, @RequestParam(defaultValue = "") String node) {
        return page(frame, find(frame, staff, node), "");
    }

    @PostMapping(PATH + "/{staff}/withdrawal")
    ModelAndView withdraw(
            Frame frame,
            @PathVariable String staff,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "false") boolean told) {
        At at = find(frame, staff, node);
        Role taken = RoleWords.named(role).orElseThrow(ColleaguePage::gone);
        Grant grant = new Grant(taken, at.place().node());
        return after(frame, at, granting.take(frame.viewer(), at.staff().id(), grant, told));
    }

    @PostMapping(PATH + "/{staff}/departure")
    ModelAndView leave(
            Frame frame,
            @PathVariable String staff,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "false") boolean told) {
        At at = find(frame, staff, node);
        return after(frame, at, granting.leave(frame.viewer(), at.staff().id(), told));
    }

    @PostMapping(PATH + "/{staff}/second-factor/reset")
    ModelAndView reset(
            Frame frame, @PathVariable String staff, @RequestParam(defaultValue = "") String node) {
        At at = find(frame, staff, node);
        if (!granting.looksAfter(frame.viewer(), at.staff().id())) {
            throw new Refusal(Problem.forbidden("identity.problem.elsewhere-too"));
        }
        factors.reset(frame.viewer(), at.staff().id(), at.place().node());
        return Html.seeOther(PATH + "/" + at.staff().id() + "?node=" + at.place().node());
    }

    /** Somebody at a place. */
    private record At(Viewer.Staff staff, Place place, Set<Role> grantable) {}

    private At find(Frame frame, String id, String node) {
        StaffId staff = Ids.parse(id).map(StaffId::new).orElseThrow(ColleaguePage::gone);
        String asked = node.isEmpty() ? firstOf(frame, staff) : node;
        Place place = granting.require(frame.viewer(), asked);
        boolean here = granting.of(staff).stream().anyMatch(it -> it.node().equals(place.node()));
        if (!here) {
            throw gone();
        }
        return new At(
                employer.find(staff).orElseThrow(ColleaguePage::gone),
                place,
                granting.grantable(frame.viewer(), place));
    }

    /** The first place of theirs that is the viewer's to look after. */
    private String firstOf(Frame frame, StaffId staff) {
        return granting.of(staff).stream()
                .map(Grant::node)
                .filter(node ->
                        granting.place(node)
                                .filter(it -> !granting.grantable(frame.viewer(), it).isEmpty())
                                .isPresent())
                .findFirst()
                .orElse("");
    }

    private ModelAndView after(Frame frame, At at, Granting.Taken taken) {
        return switch (taken) {
            case DONE -> Html.seeOther(PATH + "?node=" + at.place().node());
            case OWN_LAST -> refused(frame, at, "identity.problem.own-last");
            case LAST_HERE -> refused(frame, at, "identity.problem.last-here");
            case ELSEWHERE_TOO -> refused(frame, at, "identity.problem.elsewhere-too");
        };
    }

    private ModelAndView refused(Frame frame, At at, String error) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, at, error));
    }

    private ModelAndView page(Frame frame, At at, String error) {
        StaffId id = at.staff().id();
        List<Grant> all = granting.of(id);
        List<Held> held =
                all.stream()
                        .filter(it -> it.node().equals(at.place().node()))
                        .map(it ->
                                new Held(
                                        RoleWords.slug(it.role()),
                                        RoleWords.of(frame, it.role()),
                                        at.grantable().contains(it.role()),
                                        granting.lastHere(id, it)))
                        .toList();
        boolean self = frame.viewer() instanceof Viewer.Staff viewer && viewer.id().equals(id);
        View view =
                new View(
                        id,
                        at.staff().name(),
                        at.place(),
                        held,
                        self,
                        granting.looksAfter(frame.viewer(), id),
                        factors.has(id),
                        factors.locked(id),
                        all.stream().anyMatch(it -> granting.lastHere(id, it)),
                        error);
        return Html.page("identity/desk/colleague", frame, "view", view);
    }

    private static Refusal gone() {
        return new Refusal(Problem.notFound("identity.problem.colleague-gone"));
    }
}
