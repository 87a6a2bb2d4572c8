package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A guardian has a new number: a code to the new one shows that it is theirs, and every session but
 * a new one ends. The old number need not answer, because it is often gone. Whether somebody has
 * the new number already is said to nobody who has not shown that it is in their hands.
 */
@Controller
class PhonePage {

    private static final String HERE = "/me/data/phone";
    private static final String DATA = "/me/data";

    /**
     * What the page shows.
     *
     * @param now the number as it is, its middle hidden
     * @param typed what was typed
     * @param awaited the new number that a code was sent to, its middle hidden
     * @param shown the code, in a demonstration
     */
    record Change(
            String now,
            String typed,
            @Nullable String awaited,
            @Nullable String shown,
            Map<String, String> errors) {}

    private final Guardians guardians;
    private final Codes codes;
    private final CodeSender sender;
    private final Pending pending;
    private final Sessions sessions;
    private final Tokens tokens;

    PhonePage(
            Guardians guardians,
            Codes codes,
            CodeSender sender,
            Pending pending,
            Sessions sessions,
            Tokens tokens) {
        this.guardians = guardians;
        this.codes = codes;
        this.sender = sender;
        this.pending = pending;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String step) {
        return step.equals("code")
                ? awaited(guardian, request)
                        .map(it -> code(frame, guardian, it, Map.of()))
                        .orElseGet(() -> number(frame, guardian, "", Map.of()))
                : number(frame, guardian, "", Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE + "/codes")
    ModelAndView send(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String phone) {
        Optional<Phone> read = Phone.read(phone);
        if (read.isEmpty()) {
            Problem problem = Phone.wrongWith(phone);
            return Html.with(
                    problem.status(),
                    number(frame, guardian, phone, Map.of("phone", frame.say(problem))));
        }
        Optional<Duration> pause = codes.send(read.get(), request.getRemoteAddr(), frame.texts());
        if (pause.isPresent()) {
            Problem problem = Waiting.problem(pause.get(), response);
            return Html.with(
                    problem.status(),
                    number(frame, guardian, phone, Map.of("phone", frame.say(problem))));
        }
        pending.keep(
                new Pending.Step(read.get(), guardian.toString()),
                Pending.Until.PHONE_CHANGED,
                response);
        return Html.seeOther(HERE + "?step=code");
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    ModelAndView change(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        Optional<Phone> awaited = awaited(guardian, request);
        if (awaited.isEmpty()) {
            Problem late = Problem.unprocessable("identity.problem.begin-again");
            return Html.with(
                    late.status(), number(frame, guardian, "", Map.of("phone", frame.say(late))));
        }
        Phone phone = awaited.get();
        Optional<Problem> wrong = TypedCode.wrong(codes, phone, code, request, response);
        if (wrong.isEmpty() && !guardians.changePhone(guardian, phone)) {
            wrong = Optional.of(Problem.conflict("identity.problem.phone-taken"));
        }
        if (wrong.isPresent()) {
            return Html.with(
                    wrong.get().status(),
                    code(frame, guardian, phone, Map.of("code", frame.say(wrong.get()))));
        }
        tokens.removeAll(guardian);
        sessions.begin(Viewer.Guardian.inPerson(guardian), request, response);
        pending.forget(Pending.Until.PHONE_CHANGED, response);
        return Html.seeOther(DATA);
    }

    /** The number that this guardian, and no other in the same browser, wants to have. */
    private Optional<Phone> awaited(GuardianId guardian, HttpServletRequest request) {
        return pending.find(request, Pending.Until.PHONE_CHANGED)
                .filter(step -> step.next().equals(guardian.toString()))
                .map(Pending.Step::phone);
    }

    private ModelAndView number(
            Frame frame, GuardianId guardian, String typed, Map<String, String> errors) {
        String now = guardians.maskedPhone(guardian);
        return Html.page(
                "identity/signin/phone",
                frame,
                "change",
                new Change(now, typed, null, null, errors));
    }

    private ModelAndView code(
            Frame frame, GuardianId guardian, Phone phone, Map<String, String> errors) {
        return Html.page(
                "identity/signin/phone",
                frame,
                "change",
                new Change(
                        guardians.maskedPhone(guardian),
                        phone.digits(),
                        phone.toString(),
                        sender.shown(phone).orElse(null),
                        errors));
    }
}
