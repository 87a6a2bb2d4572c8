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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A guardian signs in, or up, with a phone number and a one-time code. */
@Controller
class SignInPage {

    private static final String HOME = "/me";

    /** The first step: what was typed and what is wrong with it. */
    record Ask(String phone, String next, Map<String, String> errors) {}

    /** The second step: whose code is awaited; a demonstration shows it. */
    record Await(
            Phone phone,
            @Nullable String shown,
            String next,
            long minutes,
            Map<String, String> errors) {}

    private final Guardians guardians;
    private final SentCode sent;
    private final Pending pending;
    private final Sessions sessions;
    private final Audit audit;

    SignInPage(
            Guardians guardians, SentCode sent, Pending pending, Sessions sessions, Audit audit) {
        this.guardians = guardians;
        this.sent = sent;
        this.pending = pending;
        this.sessions = sessions;
        this.audit = audit;
    }

    @OpenTo(Audience.ANYONE)
    @GetMapping("/sign-in")
    ModelAndView show(
            Frame frame,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String step) {
        if (frame.viewer() instanceof Viewer.Guardian) {
            return Html.seeOther(Next.local(next, HOME));
        }
        Optional<Pending.Step> awaited =
                step.equals("code")
                        ? pending.find(request, Pending.Until.SIGNED_IN)
                        : Optional.empty();
        return awaited.map(it -> await(frame, it, Map.of()))
                .orElseGet(() -> ask(frame, "", next, Map.of()));
    }

    @OpenTo(Audience.ANYONE)
    @PostMapping("/sign-in/codes")
    ModelAndView sendCode(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String next) {
        Optional<Phone> read = Phone.read(phone);
        if (read.isEmpty()) {
            return refuse(ask(frame, phone, next, error(frame, "phone", Phone.wrongWith(phone))));
        }
        Optional<Problem> problem = sent.send(read.get(), frame, request, response);
        if (problem.isPresent()) {
            return Html.with(
                    problem.get().status(),
                    ask(frame, phone, next, error(frame, "phone", problem.get())));
        }
        pending.keep(
                new Pending.Step(read.get(), Next.local(next, "")),
                Pending.Until.SIGNED_IN,
                response);
        return Html.seeOther("/sign-in?step=code");
    }

    @OpenTo(Audience.ANYONE)
    @PostMapping("/sign-in")
    ModelAndView signIn(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        Optional<Pending.Step> step = pending.find(request, Pending.Until.SIGNED_IN);
        if (step.isEmpty()) {
            Problem late = Problem.unprocessable("identity.problem.begin-again");
            return refuse(ask(frame, "", "", error(frame, "phone", late)));
        }
        return sent.wrong(step.get().phone(), code, request, response)
                .map(it -> wrongCode(frame, step.get(), it))
                .orElseGet(() -> welcome(step.get(), request, response));
    }

    private ModelAndView wrongCode(Frame frame, Pending.Step step, Problem problem) {
        return Html.with(problem.status(), await(frame, step, error(frame, "code", problem)));
    }

    private ModelAndView welcome(
            Pending.Step step, HttpServletRequest request, HttpServletResponse response) {
        Guardians.Arrival arrival = guardians.arrive(step.phone());
        GuardianId guardian = arrival.guardian();
        sessions.begin(Viewer.Guardian.inPerson(guardian), request, response);
        pending.forget(Pending.Until.SIGNED_IN, response);
        audit.note(Viewer.Guardian.inPerson(guardian), "guardian.signed-in", guardian.toString());
        String next = Next.local(step.next(), HOME);
        return Html.seeOther(arrival.fresh() ? "/welcome?next=" + Next.encoded(next) : next);
    }

    @OpenTo(Audience.ANYONE)
    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Html.seeOther("/");
    }

    private static ModelAndView ask(
            Frame frame, String phone, String next, Map<String, String> errors) {
        return Html.page(
                "identity/signin/signin",
                frame,
                "ask",
                new Ask(phone, Next.local(next, ""), errors));
    }

    private ModelAndView await(Frame frame, Pending.Step step, Map<String, String> errors) {
        return Html.page(
                "identity/signin/code",
                frame,
                "await",
                new Await(
                        step.phone(),
                        sent.shown(step.phone()),
                        step.next(),
                        Codes.LIFETIME.toMinutes(),
                        errors));
    }

    private static Map<String, String> error(Frame frame, String field, Problem problem) {
        return Map.of(field, frame.say(problem));
    }

    private static ModelAndView refuse(ModelAndView page) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page);
    }
}
