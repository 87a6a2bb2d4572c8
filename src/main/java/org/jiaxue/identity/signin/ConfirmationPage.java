package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Next;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A guardian who signed in long ago shows by a code to their phone that it is they. */
@Controller
class ConfirmationPage {

    private static final String HERE = "/me/data/confirmation";
    private static final String HOME = "/me/data";

    /**
     * What is asked.
     *
     * @param phone with its middle hidden
     * @param sent whether a code is on its way
     * @param shown the code, in a demonstration
     */
    record Asked(
            String phone,
            boolean sent,
            @Nullable String shown,
            String next,
            Map<String, String> errors) {}

    private final Guardians guardians;
    private final Codes codes;
    private final CodeSender sender;
    private final Sessions sessions;
    private final Audit audit;

    ConfirmationPage(
            Guardians guardians, Codes codes, CodeSender sender, Sessions sessions, Audit audit) {
        this.guardians = guardians;
        this.codes = codes;
        this.sender = sender;
        this.sessions = sessions;
        this.audit = audit;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(
            Frame frame,
            GuardianId guardian,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String step) {
        return page(frame, guardian, step.equals("code"), next, Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE + "/codes")
    ModelAndView send(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String next) {
        if (Next.local(next, "").isEmpty()) {
            Problem unasked = Problem.unprocessable("identity.problem.confirm-what");
            return wrong(frame, guardian, false, "", unasked);
        }
        Optional<Duration> pause =
                codes.send(guardians.phoneOf(guardian), request.getRemoteAddr(), frame.texts());
        if (pause.isPresent()) {
            Problem problem = Waiting.problem(pause.get(), response);
            return wrong(frame, guardian, false, next, problem);
        }
        return Html.seeOther(HERE + "?step=code&next=" + Next.encoded(Next.local(next, HOME)));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    ModelAndView confirm(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next) {
        Phone phone = guardians.phoneOf(guardian);
        Optional<Problem> problem = TypedCode.wrong(codes, phone, code, request, response);
        if (problem.isPresent()) {
            return wrong(frame, guardian, true, next, problem.get());
        }
        Viewer.Guardian viewer = Viewer.Guardian.inPerson(guardian);
        sessions.begin(viewer, request, response);
        audit.note(viewer, "guardian.confirmed", guardian.toString());
        return Html.seeOther(Next.local(next, HOME));
    }

    private ModelAndView wrong(
            Frame frame, GuardianId guardian, boolean sent, String next, Problem problem) {
        return Html.with(
                problem.status(),
                page(frame, guardian, sent, next, Map.of("code", frame.say(problem))));
    }

    private ModelAndView page(
            Frame frame,
            GuardianId guardian,
            boolean sent,
            String next,
            Map<String, String> errors) {
        Phone phone = guardians.phoneOf(guardian);
        return Html.page(
                "identity/signin/confirmation",
                frame,
                "asked",
                new Asked(
                        phone.toString(),
                        sent,
                        sent ? sender.shown(phone).orElse(null) : null,
                        Next.local(next, HOME),
                        errors));
    }
}
