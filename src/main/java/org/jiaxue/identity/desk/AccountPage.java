package org.jiaxue.identity.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.factor.SecondFactors;
import org.jiaxue.identity.signin.Bounds;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.RoleWords;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A member of staff's own account: what they were granted, their password, their second factor. */
@Controller
class AccountPage {

    private final Employer employer;
    private final Granting granting;
    private final SecondFactors factors;
    private final Throttle throttle;
    private final Sessions sessions;

    AccountPage(
            Employer employer,
            Granting granting,
            SecondFactors factors,
            Throttle throttle,
            Sessions sessions) {
        this.employer = employer;
        this.granting = granting;
        this.factors = factors;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** A role and where it was granted. */
    record Held(String role, String place) {}

    /**
     * What the page shows.
     *
     * @param left how many recovery codes are unused
     * @param errors message keys by field
     */
    record View(
            String login, List<Held> held, boolean factor, int left, Map<String, String> errors) {}

    @GetMapping("/console/me")
    @OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
    ModelAndView show(Frame frame) {
        return page(frame, Map.of());
    }

    @PostMapping("/console/me/password")
    @OpenTo(value = Audience.STAFF, scope = Viewer.Scope.ACCOUNT)
    ModelAndView change(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password) {
        Viewer.Staff staff = staff(frame);
        Optional<Duration> pause =
                throttle.over(Bounds.PASSWORDS_A_STAFF_TEN_MINUTES, staff.id().toString());
        if (pause.isPresent()) {
            throw new Refusal(
                    Problem.of(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "identity.problem.too-often",
                                    pause.get().toMinutes() + 1)
                            .retryAfter(pause.get()));
        }
        if (!employer.isPassword(staff.id(), current)) {
            return refused(frame, Map.of("current", "identity.problem.current-wrong"));
        }
        Optional<String> wrong = Employer.wrong(password, employer.loginOf(staff.id()).orElse(""));
        if (wrong.isPresent()) {
            return refused(frame, Map.of("password", wrong.get()));
        }
        employer.changePassword(staff, password);
        sessions.begin(employer.find(staff.id()).orElseThrow(), request, response);
        return Html.seeOther("/console/me");
    }

    private ModelAndView refused(Frame frame, Map<String, String> errors) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, errors));
    }

    private ModelAndView page(Frame frame, Map<String, String> errors) {
        Viewer.Staff staff = staff(frame);
        List<Held> held =
                granting.of(staff.id()).stream()
                        .map(it ->
                                new Held(
                                        RoleWords.of(frame, it.role()),
                                        granting.place(it.node())
                                                .map(place -> frame.say(place.name()))
                                                .orElse(it.node())))
                        .toList();
        View view =
                new View(
                        employer.loginOf(staff.id()).orElse(""),
                        held,
                        factors.has(staff.id()),
                        factors.recoveryCodesLeft(staff.id()),
                        errors);
        return Html.page("identity/desk/account", frame, "view", view);
    }

    static Viewer.Staff staff(Frame frame) {
        if (frame.viewer() instanceof Viewer.Staff staff) {
            return staff;
        }
        throw new Refusal(Problem.forbidden("web.problem.staff-only"));
    }
}
