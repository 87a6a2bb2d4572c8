package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Throttle;
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
 * A new number where the old one is gone: a code shows that the new one is theirs, the old one is
 * told at once, and after a wait another code puts the new one in force. Until then whoever is
 * signed in can say no; who signed in just now, and so holds the old number, ends every other
 * session with it.
 */
@Controller
class PhoneWaitPage {

    static final String HERE = "/me/data/phone/wait";

    private static final String DATA = "/me/data";

    /** Where the change stands. */
    sealed interface Step {

        /** The new number is asked for. */
        record Asked(String typed, @Nullable String error) implements Step {}

        /** A code is on its way to the new number; shown in a demonstration. */
        record Code(String awaited, @Nullable String shown, @Nullable String error)
                implements Step {}

        /**
         * The new number waits.
         *
         * @param message what the old number was told
         */
        record Waits(String awaited, String until, String message) implements Step {}

        /** The wait is over; once a code is sent, it is asked for. */
        record Due(
                String awaited,
                String until,
                boolean sent,
                @Nullable String shown,
                @Nullable String error)
                implements Step {}
    }

    /**
     * What the page shows.
     *
     * @param now the number as it is, its middle hidden
     * @param days how long the wait is
     */
    record View(String now, long days, Step step) {}

    private final Guardians guardians;
    private final NumberWaits waits;
    private final Confirmation confirmation;
    private final NewNumber number;
    private final SentCode sent;
    private final CodeSender sender;
    private final Throttle throttle;

    PhoneWaitPage(
            Guardians guardians,
            NumberWaits waits,
            Confirmation confirmation,
            NewNumber number,
            SentCode sent,
            CodeSender sender,
            Throttle throttle) {
        this.guardians = guardians;
        this.waits = waits;
        this.confirmation = confirmation;
        this.number = number;
        this.sent = sent;
        this.sender = sender;
        this.throttle = throttle;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String step) {
        boolean fresh = confirmation.fresh(request);
        boolean code = step.equals("code");
        Optional<NumberWaits.Wait> wait = waits.of(guardian);
        if (wait.isPresent()) {
            return page(frame, guardian, stands(frame, wait.get(), code, null));
        }
        if (fresh) {
            return Html.seeOther(PhonePage.HERE);
        }
        Step asked =
                number.awaited(guardian, request)
                        .filter(_ -> code)
                        .map(it -> (Step) code(it, null))
                        .orElseGet(() -> new Step.Asked("", null));
        return page(frame, guardian, asked);
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE + "/codes")
    ModelAndView send(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String phone) {
        confirmation.beganAt(request);
        ModelAndView next = Html.seeOther(HERE + "?step=code");
        Optional<NumberWaits.Wait> wait = waits.of(guardian);
        if (wait.isEmpty()) {
            return number.send(phone, guardian, frame, request, response)
                    .map(it -> wrong(frame, guardian, it, numberAgain(frame, phone, it)))
                    .orElse(next);
        }
        if (!waits.isDue(wait.get())) {
            return Html.seeOther(HERE);
        }
        return sent.send(wait.get().phone(), frame, request, response)
                .map(it -> wrong(frame, guardian, it, stands(frame, wait.get(), false, it)))
                .orElse(next);
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    ModelAndView enter(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        confirmation.beganAt(request);
        Optional<NumberWaits.Wait> wait = waits.of(guardian);
        if (wait.isEmpty()) {
            return begin(frame, guardian, request, response, code);
        }
        return waits.isDue(wait.get())
                ? finish(frame, guardian, request, response, wait.get(), code)
                : Html.seeOther(HERE);
    }

    private ModelAndView begin(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            String code) {
        Optional<Phone> awaited = number.awaited(guardian, request);
        if (awaited.isEmpty()) {
            Problem late = Problem.unprocessable("identity.problem.begin-again");
            return wrong(frame, guardian, late, numberAgain(frame, "", late));
        }
        Phone phone = awaited.get();
        Optional<Problem> problem =
                sent.wrong(phone, code, request, response)
                        .or(() -> tooOften(guardian).map(it -> Waiting.problem(it, response)));
        if (problem.isPresent()) {
            String says = frame.say(problem.get());
            return wrong(frame, guardian, problem.get(), code(phone, says));
        }
        // Told first: a number that cannot be told is not waited for.
        sender.tell(guardians.phoneOf(guardian), message(frame, phone, waits.dueFromNow()));
        waits.begin(guardian, phone);
        number.forget(response);
        return Html.seeOther(HERE);
    }

    private Optional<Duration> tooOften(GuardianId guardian) {
        return throttle.over(Bounds.NUMBER_WAITS_A_GUARDIAN_A_DAY, guardian.toString());
    }

    private ModelAndView finish(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            NumberWaits.Wait wait,
            String code) {
        Optional<Problem> problem = sent.wrong(wait.phone(), code, request, response);
        if (problem.isPresent()) {
            return wrong(frame, guardian, problem.get(), stands(frame, wait, true, problem.get()));
        }
        return switch (waits.finish(guardian, wait.phone())) {
            case DONE -> {
                confirmation.endAllButThis(guardian, request, response);
                yield Html.seeOther(DATA);
            }
            case TAKEN -> {
                Problem taken = Problem.conflict("identity.problem.phone-taken");
                yield wrong(frame, guardian, taken, stands(frame, wait, true, taken));
            }
            case GONE -> Html.seeOther(HERE);
        };
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE + "/cancellation")
    ModelAndView cancel(
            GuardianId guardian, HttpServletRequest request, HttpServletResponse response) {
        boolean fresh = confirmation.fresh(request);
        boolean ended = waits.cancel(guardian);
        if (fresh && ended) {
            confirmation.endAllButThis(guardian, request, response);
        }
        return Html.seeOther(DATA);
    }

    private Step.Asked numberAgain(Frame frame, String typed, Problem problem) {
        return new Step.Asked(typed, frame.say(problem));
    }

    private Step.Code code(Phone phone, @Nullable String error) {
        return new Step.Code(phone.toString(), sent.shown(phone), error);
    }

    private Step stands(
            Frame frame, NumberWaits.Wait wait, boolean code, @Nullable Problem problem) {
        Phone phone = wait.phone();
        return waits.isDue(wait)
                ? new Step.Due(
                        phone.toString(),
                        frame.texts().moment(wait.endsAt()),
                        code,
                        code ? sent.shown(phone) : null,
                        problem == null ? null : frame.say(problem))
                : new Step.Waits(
                        phone.toString(),
                        frame.texts().moment(wait.dueAt()),
                        message(frame, phone, wait.dueAt()));
    }

    private static String message(Frame frame, Phone phone, Instant due) {
        return frame.say(
                "identity.phone.wait.message", phone.toString(), frame.texts().moment(due));
    }

    private ModelAndView wrong(Frame frame, GuardianId guardian, Problem problem, Step step) {
        return Html.with(problem.status(), page(frame, guardian, step));
    }

    private ModelAndView page(Frame frame, GuardianId guardian, Step step) {
        return Html.page(
                "identity/signin/phonewait",
                frame,
                "view",
                new View(guardians.maskedPhone(guardian), NumberWaits.WAIT.toDays(), step));
    }
}
