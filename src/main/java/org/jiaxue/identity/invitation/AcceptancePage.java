package org.jiaxue.identity.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.Place;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whoever holds an invitation's link chooses a login and a password, or accepts it as the member of
 * staff that they are. The token is in the link's path alone; the form sends it in its body, so
 * that no line of the log that tells of a refused form carries it.
 */
@Controller
class AcceptancePage {

    private static final String HOME = "/console";

    private final Invitations invitations;
    private final Granting granting;
    private final Sessions sessions;

    AcceptancePage(Invitations invitations, Granting granting, Sessions sessions) {
        this.invitations = invitations;
        this.granting = granting;
        this.sessions = sessions;
    }

    /** What the page shows; errors are message keys by field. */
    record View(
            String token,
            Invitation invitation,
            Place place,
            String login,
            Map<String, String> errors) {}

    @GetMapping("/console/invitations/{token}")
    @OpenTo(Audience.ANYONE)
    ModelAndView show(Frame frame, @PathVariable String token) {
        return page(frame, token, "", Map.of());
    }

    @PostMapping("/console/invitations/acceptance")
    @OpenTo(Audience.ANYONE)
    ModelAndView accept(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password) {
        if (frame.viewer() instanceof Viewer.Staff staff) {
            if (staff.unproven()) {
                throw new Refusal(Problem.forbidden("web.problem.second-factor-first"));
            }
            invitations.accept(staff, token);
            return Html.seeOther(HOME);
        }
        if (invitations.find(token).isEmpty()) {
            throw Invitations.gone();
        }
        String chosen = login.strip().toLowerCase(Locale.ROOT);
        Map<String, String> errors = errors(chosen, password);
        if (!errors.isEmpty()) {
            return refused(frame, token, chosen, errors);
        }
        Optional<Viewer.Staff> made = invitations.accept(token, chosen, password);
        if (made.isEmpty()) {
            return refused(frame, token, chosen, Map.of("login", "identity.problem.login-taken"));
        }
        sessions.begin(made.get(), request, response);
        return Html.seeOther(HOME);
    }

    private static Map<String, String> errors(String login, String password) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!Employer.isLogin(login)) {
            errors.put("login", "identity.problem.login-shape");
        }
        Employer.wrong(password, login).ifPresent(key -> errors.put("password", key));
        return errors;
    }

    private ModelAndView refused(
            Frame frame, String token, String login, Map<String, String> errors) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, token, login, errors));
    }

    private ModelAndView page(Frame frame, String token, String login, Map<String, String> errors) {
        Invitation invitation = invitations.find(token).orElseThrow(Invitations::gone);
        Place place = granting.place(invitation.grant().node()).orElseThrow(Invitations::gone);
        return Html.page(
                "identity/invitation/acceptance",
                frame,
                "view",
                new View(token, invitation, place, login.length() > 40 ? "" : login, errors));
    }
}
