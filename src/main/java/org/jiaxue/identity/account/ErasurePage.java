package org.jiaxue.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.signin.Confirmation;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Erases the account in one step, after saying what goes and what stays. */
@Controller
class ErasurePage {

    private static final String HERE = "/me/data/erasure";

    /** What is asked before it is done. */
    record Asked(Map<String, String> errors) {}

    private final Erasures erasures;
    private final Confirmation confirmation;
    private final Sessions sessions;

    ErasurePage(Erasures erasures, Confirmation confirmation, Sessions sessions) {
        this.erasures = erasures;
        this.confirmation = confirmation;
        this.sessions = sessions;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(Frame frame, HttpServletRequest request) {
        return confirmation.before(request, HERE).orElseGet(() -> page(frame, Map.of()));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    ModelAndView erase(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "false") boolean sure) {
        Optional<ModelAndView> first = confirmation.before(request, HERE);
        if (first.isPresent()) {
            return first.get();
        }
        if (!sure) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(frame, Map.of("sure", frame.say("identity.problem.not-sure"))));
        }
        erasures.ask(guardian);
        erasures.finishIfPossible(guardian);
        sessions.end(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Html.seeOther("/erased");
    }

    /** Says so to whoever comes here; nobody is signed in any more. */
    @OpenTo(Audience.ANYONE)
    @GetMapping("/erased")
    ModelAndView erased(Frame frame, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Html.page("identity/account/erased", frame);
    }

    private static ModelAndView page(Frame frame, Map<String, String> errors) {
        return Html.page("identity/account/erasure", frame, "asked", new Asked(errors));
    }
}
