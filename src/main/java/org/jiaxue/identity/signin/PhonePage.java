package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.family.NumberWaits;
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
 * A guardian has a new number: who signed in just now, or confirms by a code to the old one, shows
 * by a code that the new one is theirs, and every other session ends. The session that stays counts
 * from when it began, so that a changed number opens nothing that was not open before. Where the
 * old number is gone, {@link PhoneWaitPage} goes on. Whether somebody has the new number already is
 * said to nobody who has not shown that it is in their hands.
 */
@Controller
class PhonePage {

    static final String HERE = "/me/data/phone";

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
    private final NumberWaits waits;
    private final Confirmation confirmation;
    private final NewNumber number;
    private final SentCode sent;

    PhonePage(
            Guardians guardians,
            NumberWaits waits,
            Confirmation confirmation,
            NewNumber number,
            SentCode sent) {
        this.guardians = guardians;
        this.waits = waits;
        this.confirmation = confirmation;
        this.number = number;
        this.sent = sent;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String step) {
        if (waits.of(guardian).isPresent()) {
            return Html.seeOther(PhoneWaitPage.HERE);
        }
        Optional<ModelAndView> first = confirmation.before(request, HERE);
        if (first.isPresent()) {
            return first.get();
        }
        return step.equals("code")
                ? number.awaited(guardian, request)
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
        Optional<ModelAndView> first = confirmation.before(request, HERE);
        if (first.isPresent()) {
            return first.get();
        }
        return number.send(phone, guardian, frame, request, response)
                .map(it -> wrongNumber(frame, guardian, phone, it))
                .orElseGet(() -> Html.seeOther(HERE + "?step=code"));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    ModelAndView change(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        Optional<ModelAndView> first = confirmation.before(request, HERE);
        if (first.isPresent()) {
            return first.get();
        }
        Optional<Phone> awaited = number.awaited(guardian, request);
        if (awaited.isEmpty()) {
            Problem late = Problem.unprocessable("identity.problem.begin-again");
            return wrongNumber(frame, guardian, "", late);
        }
        Phone phone = awaited.get();
        Optional<Problem> wrong = sent.wrong(phone, code, request, response);
        if (wrong.isEmpty() && !guardians.changePhone(guardian, phone)) {
            wrong = Optional.of(Problem.conflict("identity.problem.phone-taken"));
        }
        if (wrong.isPresent()) {
            return Html.with(
                    wrong.get().status(),
                    code(frame, guardian, phone, Map.of("code", frame.say(wrong.get()))));
        }
        confirmation.endAllButThis(guardian, request, response);
        number.forget(response);
        return Html.seeOther(DATA);
    }

    private ModelAndView wrongNumber(
            Frame frame, GuardianId guardian, String typed, Problem problem) {
        return Html.with(
                problem.status(),
                number(frame, guardian, typed, Map.of("phone", frame.say(problem))));
    }

    private ModelAndView number(
            Frame frame, GuardianId guardian, String typed, Map<String, String> errors) {
        return page(frame, new Change(guardians.maskedPhone(guardian), typed, null, null, errors));
    }

    private ModelAndView code(
            Frame frame, GuardianId guardian, Phone phone, Map<String, String> errors) {
        return page(
                frame,
                new Change(
                        guardians.maskedPhone(guardian),
                        phone.digits(),
                        phone.toString(),
                        sent.shown(phone),
                        errors));
    }

    private static ModelAndView page(Frame frame, Change change) {
        return Html.page("identity/signin/phone", frame, "change", change);
    }
}
