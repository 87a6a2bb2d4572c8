package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
            Map<String, String> errors) {

        /** Whether it is the number that is to be changed, for which there is another way. */
        boolean ofNumber() {
            return next.equals(PhonePage.HERE);
        }
    }

    private final Guardians guardians;
    private final SentCode sent;
    private final Sessions sessions;
    private final Audit audit;

    ConfirmationPage(Guardians guardians, SentCode sent, Sessions sessions, Audit audit) {
        this.guardians = guardians;
        this.sent = sent;
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
        String then = HERE + "?step=code&next=" + Next.encoded(Next.local(next, HOME));
        return sent.send(guardians.phoneOf(guardian), frame, request, response)
                .map(it -> wrong(frame, guardian, false, next, it))
                .orElseGet(() -> Html.seeOther(then));
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
        Optional<Problem> problem = sent.wrong(phone, code, request, response);
        if (problem.isPresent()) {
            return wrong(frame, guardian, true, next, problem.get());
        }
        Viewer.Guardian viewer = Viewer.Guardian.inPerson(guardian);
        sessions.begin(viewer, request, response);
        audit.note(viewer, "guardian.confirmed", guardian.toString());
        return Html.seeOther(Next.local(next, HOME));
    }

    private ModelAndView wrong(
            Frame frame, GuardianId guardian, boolean code, String next, Problem problem) {
        return Html.with(
                problem.status(),
                page(frame, guardian, code, next, Map.of("code", frame.say(problem))));
    }

    private ModelAndView page(
            Frame frame,
            GuardianId guardian,
            boolean code,
            String next,
            Map<String, String> errors) {
        Phone phone = guardians.phoneOf(guardian);
        return Html.page(
                "identity/signin/confirmation",
                frame,
                "asked",
                new Asked(
                        phone.toString(),
                        code,
                        code ? sent.shown(phone) : null,
                        Next.local(next, HOME),
                        errors));
    }
}
