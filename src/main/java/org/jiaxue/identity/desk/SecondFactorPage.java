package org.jiaxue.identity.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.factor.SecondFactors;
import org.jiaxue.identity.signin.Bounds;
import org.jiaxue.identity.staff.Employer;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.look.QrPath;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Setting up a second factor: a secret for the telephone, confirmed by its code. One who has a
 * second factor already shows that it is they by a code of it or a recovery code.
 */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.ACCOUNT)
class SecondFactorPage {

    private final SecondFactors factors;
    private final Employer employer;
    private final Throttle throttle;
    private final Sessions sessions;

    SecondFactorPage(
            SecondFactors factors, Employer employer, Throttle throttle, Sessions sessions) {
        this.factors = factors;
        this.employer = employer;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * What the page shows.
     *
     * @param had whether there is one that the new one replaces
     * @param error a message key; empty mostly
     */
    record View(SecondFactors.Offer offer, QrPath qr, boolean had, String error) {

        /** What is wrong with the code of the factor that they have; empty mostly. */
        String currentError() {
            return ofCurrent() ? error : "";
        }

        /** What is wrong with the code of the new one, or with trying at all; empty mostly. */
        String newError() {
            return ofCurrent() ? "" : error;
        }

        private boolean ofCurrent() {
            return error.equals("identity.problem.current-code")
                    || error.equals("identity.problem.factor-locked");
        }
    }

    /** Recovery codes at the only moment at which they are known. */
    record Codes(List<String> codes) {}

    @GetMapping("/console/me/second-factor")
    ModelAndView show(Frame frame) {
        Viewer.Staff staff = AccountPage.staff(frame);
        return page(frame, factors.offer(staff.id(), login(staff)), "");
    }

    @PostMapping("/console/me/second-factor")
    ModelAndView confirm(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String current) {
        Viewer.Staff staff = AccountPage.staff(frame);
        Optional<SecondFactors.Offer> offer = factors.again(staff.id(), login(staff), sealed);
        if (offer.isEmpty()) {
            return Html.seeOther("/console/me/second-factor");
        }
        if (tooOften(staff)) {
            return refused(frame, offer.get(), "identity.problem.codes-often");
        }
        return switch (factors.setUp(staff, sealed, code, current)) {
            case SecondFactors.Setup.WrongNew _ ->
                    refused(frame, offer.get(), "identity.problem.code-not-this");
            case SecondFactors.Setup.WrongCurrent(SecondFactors.Trial trial) ->
                    refused(frame, offer.get(), wrongCurrent(trial));
            case SecondFactors.Setup.Done(List<String> codes) -> {
                sessions.begin(employer.find(staff.id()).orElseThrow(), request, response);
                yield Html.page("identity/desk/recovery", frame, "codes", new Codes(codes));
            }
        };
    }

    @PostMapping("/console/me/recovery-codes")
    ModelAndView renew(Frame frame, @RequestParam(defaultValue = "") String code) {
        Viewer.Staff staff = AccountPage.staff(frame);
        String wrong =
                tooOften(staff)
                        ? "identity.problem.codes-often"
                        : wrongCurrent(factors.tryOut(staff, code));
        return wrong.isEmpty()
                ? Html.page(
                        "identity/desk/recovery",
                        frame,
                        "codes",
                        new Codes(factors.renewCodes(staff)))
                : refused(frame, factors.offer(staff.id(), login(staff)), wrong);
    }

    private static String wrongCurrent(SecondFactors.Trial trial) {
        return switch (trial) {
            case SecondFactors.Trial.Right _ -> "";
            case SecondFactors.Trial.Wrong _ -> "identity.problem.current-code";
            case SecondFactors.Trial.Locked _ -> "identity.problem.factor-locked";
        };
    }

    private boolean tooOften(Viewer.Staff staff) {
        Optional<Duration> pause =
                throttle.over(Bounds.CODES_A_STAFF_TEN_MINUTES, staff.id().toString());
        return pause.isPresent();
    }

    private String login(Viewer.Staff staff) {
        return employer.loginOf(staff.id()).orElse("");
    }

    private ModelAndView refused(Frame frame, SecondFactors.Offer offer, String error) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, offer, error));
    }

    private ModelAndView page(Frame frame, SecondFactors.Offer offer, String error) {
        boolean had = factors.has(AccountPage.staff(frame).id());
        View view = new View(offer, QrPath.of(offer.uri()), had, error);
        return Html.page("identity/desk/factor", frame, "view", view);
    }
}
