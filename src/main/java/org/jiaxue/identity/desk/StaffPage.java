package org.jiaxue.identity.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.invitation.Invitation;
import org.jiaxue.identity.invitation.Invitations;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.Place;
import org.jiaxue.identity.staff.RoleWords;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who works at a place, who is invited to it, and inviting one more. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class StaffPage {

    private static final String PATH = "/console/staff";

    private final Employer employer;
    private final Granting granting;
    private final Invitations invitations;
    private final StaffPlaces reach;
    private final Settings settings;

    StaffPage(
            Employer employer,
            Granting granting,
            Invitations invitations,
            StaffPlaces reach,
            Settings settings) {
        this.employer = employer;
        this.granting = granting;
        this.invitations = invitations;
        this.reach = reach;
        this.settings = settings;
    }

    /** Somebody who works here, in words. */
    record Row(String name, String roles, String href) {}

    /**
     * What the page shows.
     *
     * @param link the link that was just made, empty mostly
     * @param form the fields of the invitation as they were sent
     * @param errors message keys by field
     * @param clients whether the viewer may trust programs of other platforms
     */
    record View(
            Place place,
            StaffPlaces.Ways ways,
            List<Row> colleagues,
            List<Invitation> open,
            Map<String, String> roles,
            String link,
            Map<String, String> form,
            Map<String, String> errors,
            boolean clients) {}

    @GetMapping(PATH)
    ModelAndView show(
            Frame frame,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String q) {
        String asked = node.isEmpty() ? reach.own(frame).stream().findFirst().orElse("") : node;
        Place place = granting.require(frame.viewer(), asked);
        return page(frame, place, reach.from(frame, place, q), "", Map.of(), Map.of());
    }

    @PostMapping("/console/invitations")
    ModelAndView invite(Frame frame, @RequestParam Map<String, String> sent) {
        Place place = granting.require(frame.viewer(), sent.getOrDefault("node", ""));
        Set<Role> grantable = granting.grantable(frame.viewer(), place);
        InvitationForm form = InvitationForm.of(sent, grantable);
        if (!form.good() || !(frame.viewer() instanceof Viewer.Staff staff)) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(frame, place, ways(frame, place), "", form.values(), form.errors()));
        }
        Grant grant = new Grant(form.role(), place.node());
        String token = invitations.invite(staff, grant, form.name(), form.note());
        String link = settings.baseUrl() + "/console/invitations/" + token;
        return page(frame, place, ways(frame, place), link, Map.of(), Map.of());
    }

    @PostMapping("/console/invitations/{id}/withdrawal")
    ModelAndView withdraw(Frame frame, @PathVariable String id) {
        UUID invitation =
                Ids.parse(id)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("identity.problem.invitation-gone")));
        Invitation withdrawn = invitations.withdraw(frame.viewer(), invitation);
        return Html.seeOther(PATH + "?node=" + withdrawn.grant().node());
    }

    private StaffPlaces.Ways ways(Frame frame, Place place) {
        return reach.from(frame, place, "");
    }

    private ModelAndView page(
            Frame frame,
            Place place,
            StaffPlaces.Ways ways,
            String link,
            Map<String, String> form,
            Map<String, String> errors) {
        Map<String, String> roles = new LinkedHashMap<>();
        granting.grantable(frame.viewer(), place).stream()
                .sorted()
                .forEach(role -> roles.put(RoleWords.slug(role), RoleWords.of(frame, role)));
        View view =
                new View(
                        place,
                        ways,
                        employer.colleagues(place.node()).stream()
                                .map(it -> row(frame, place, it))
                                .toList(),
                        invitations.open(place.node()),
                        roles,
                        link,
                        form,
                        errors,
                        frame.post().deeds().contains(Deed.TRUST_CLIENTS));
        return Html.page("identity/desk/staff", frame, "view", view);
    }

    private static Row row(Frame frame, Place place, Colleague colleague) {
        String roles =
                colleague.roles().stream()
                        .sorted()
                        .map(role -> RoleWords.of(frame, role))
                        .collect(Collectors.joining(frame.say("identity.and")));
        return new Row(
                colleague.name(), roles, PATH + "/" + colleague.id() + "?node=" + place.node());
    }
}
