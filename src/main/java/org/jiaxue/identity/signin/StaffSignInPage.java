package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.factor.SecondFactors;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Next;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff sign in with a login and a password, and then with their second factor. */
@Controller
class StaffSignInPage {

    private static final String HOME = "/console";

    /** The form as it was filled in; the password is never sent back. */
    record Desk(String login, String next, Map<String, String> errors) {}

    private final Employer employer;
    private final SecondFactors factors;
    private final StaffCodePage code;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Audit audit;

    StaffSignInPage(
            Employer employer,
            SecondFactors factors,
            StaffCodePage code,
            Throttle throttle,
            Sessions sessions,
            Audit audit) {
        this.employer = employer;
        this.factors = factors;
        this.code = code;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
    }

    @OpenTo(Audience.ANYONE)
    @GetMapping("/console/sign-in")
    ModelAndView show(Frame frame, @RequestParam(defaultValue = "") String next) {
        return frame.viewer() instanceof Viewer.Staff
                ? Html.seeOther(Next.local(next, HOME))
                : page(frame, "", next, Map.of());
    }

    @OpenTo(Audience.ANYONE)
    @PostMapping("/console/sign-in")
    ModelAndView signIn(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next) {
        if (login.isBlank() || password.isEmpty()) {
            String field = login.isBlank() ? "login" : "password";
            String says = frame.say("identity.problem." + field + "-missing");
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(frame, login, next, Map.of(field, says)));
        }
        Optional<Duration> pause = pause(login, request.getRemoteAddr());
        if (pause.isPresent()) {
            Problem problem = Waiting.problem(pause.get(), response);
            return Html.with(
                    problem.status(),
                    page(frame, login, next, Map.of("password", frame.say(problem))));
        }
        Optional<Viewer.Staff> staff = employer.know(login, password);
        if (staff.isEmpty()) {
            String says = frame.say("identity.problem.password-wrong");
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(frame, login, next, Map.of("password", says)));
        }
        countAnew(login, request.getRemoteAddr());
        if (factors.has(staff.get().id())) {
            return code.ask(staff.get(), Next.local(next, HOME), response);
        }
        sessions.begin(staff.get(), request, response);
        audit.note(staff.get(), "staff.signed-in", staff.get().id().toString());
        return Html.seeOther(Next.local(next, HOME));
    }

    /** What is over one bound is not counted for the next, which is of wider reach. */
    private Optional<Duration> pause(String login, String address) {
        return throttle.over(Bounds.PASSWORDS_AN_ADDRESS_TEN_MINUTES, address)
                .or(() ->
                        throttle.over(
                                Bounds.PASSWORDS_A_LOGIN_AND_ADDRESS_TEN_MINUTES,
                                from(login, address)))
                .or(() -> throttle.over(Bounds.PASSWORDS_A_LOGIN_TEN_MINUTES, plain(login)));
    }

    /** A right password is no guess: an office behind one address may sign in as one. */
    private void countAnew(String login, String address) {
        throttle.forget(Bounds.PASSWORDS_A_LOGIN_AND_ADDRESS_TEN_MINUTES, from(login, address));
        throttle.takeBack(Bounds.PASSWORDS_A_LOGIN_TEN_MINUTES, plain(login));
        throttle.takeBack(Bounds.PASSWORDS_AN_ADDRESS_TEN_MINUTES, address);
    }

    /** What is counted of a login and an address, until the right password comes from there. */
    private static String from(String login, String address) {
        return plain(login) + " " + address;
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    @OpenTo(Audience.ANYONE)
    @PostMapping("/console/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return Html.seeOther("/console/sign-in");
    }

    private static ModelAndView page(
            Frame frame, String login, String next, Map<String, String> errors) {
        return Html.page(
                "identity/signin/staff",
                frame,
                "desk",
                new Desk(login.length() > 40 ? "" : login, Next.local(next, ""), errors));
    }
}
