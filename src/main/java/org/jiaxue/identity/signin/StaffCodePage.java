package org.jiaxue.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.factor.SecondFactors;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Next;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * The second step of staff's sign-in: a code of the telephone, or a recovery code. Whose password
 * was right is kept sealed in the browser for five minutes.
 */
@Controller
class StaffCodePage {

    static final String PATH = "/console/sign-in/code";

    private static final String COOKIE = "signing-in-staff";
    private static final String FIRST_STEP = "/console/sign-in";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SecondFactors factors;
    private final Employer employer;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Audit audit;
    private final Times times;
    private final Seal seal;

    StaffCodePage(
            SecondFactors factors,
            Employer employer,
            Throttle throttle,
            Sessions sessions,
            Audit audit,
            Times times,
            Secrets secrets) {
        this.factors = factors;
        this.employer = employer;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.times = times;
        this.seal = secrets.seal("identity.signing-in-staff");
    }

    /** The form; an error in words, empty mostly. */
    record Asked(String error) {}

    /** How many codes were wrong before the one that was right, and where to go on. */
    record Failed(int codes, String next) {}

    /** Whose code is awaited and where the browser goes afterwards. */
    private record Step(Viewer.Staff staff, String next) {}

    /** Leads whoever gave the right password to the second step. */
    ModelAndView ask(Viewer.Staff staff, String next, HttpServletResponse response) {
        long until = times.now().plus(LIFETIME).getEpochSecond();
        String text = staff.id() + " " + until + " " + next;
        sessions.set(response, COOKIE, seal.close(text, COOKIE), FIRST_STEP, LIFETIME);
        return Html.seeOther(PATH);
    }

    @OpenTo(Audience.ANYONE)
    @GetMapping(PATH)
    ModelAndView show(Frame frame, HttpServletRequest request) {
        return find(request).isPresent() ? page(frame, "") : Html.seeOther(FIRST_STEP);
    }

    @OpenTo(Audience.ANYONE)
    @PostMapping(PATH)
    ModelAndView enter(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        Optional<Step> step = find(request);
        if (step.isEmpty()) {
            return Html.seeOther(FIRST_STEP);
        }
        Viewer.Staff staff = step.get().staff();
        Optional<Duration> pause =
                throttle.over(Bounds.CODES_A_STAFF_TEN_MINUTES, staff.id().toString());
        if (pause.isPresent()) {
            Problem problem = Waiting.problem(pause.get(), response);
            return Html.with(problem.status(), page(frame, frame.say(problem)));
        }
        return switch (factors.tryOut(staff, code)) {
            case SecondFactors.Trial.Wrong _ -> wrong(frame, "identity.problem.second-code");
            case SecondFactors.Trial.Locked _ -> wrong(frame, "identity.problem.factor-locked");
            case SecondFactors.Trial.Right(int failed) -> {
                sessions.set(response, COOKIE, "", FIRST_STEP, Duration.ZERO);
                sessions.begin(staff, request, response);
                audit.note(staff, "staff.signed-in", staff.id().toString());
                yield in(frame, failed, Next.local(step.get().next(), "/console"));
            }
        };
    }

    /** Whoever signed in learns first of the codes that were wrong: they may not be their own. */
    private static ModelAndView in(Frame frame, int failed, String next) {
        return failed == 0
                ? Html.seeOther(next)
                : Html.page("identity/signin/failed", frame, "failed", new Failed(failed, next));
    }

    private static ModelAndView wrong(Frame frame, String key) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, frame.say(key)));
    }

    private Optional<Step> find(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue() == null
                ? Optional.empty()
                : seal.openText(cookie.getValue(), COOKIE).flatMap(this::read);
    }

    private Optional<Step> read(String text) {
        String[] parts = text.split(" ", 3);
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return Ids.parse(parts[0])
                .map(StaffId::new)
                .filter(_ -> until.isAfter(times.now()))
                .flatMap(employer::find)
                .map(staff -> new Step(staff, parts[2]));
    }

    private static ModelAndView page(Frame frame, String error) {
        return Html.page("identity/signin/staffcode", frame, "asked", new Asked(error));
    }
}
