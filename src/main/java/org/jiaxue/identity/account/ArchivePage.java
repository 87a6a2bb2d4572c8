package org.jiaxue.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Throttle;
import org.jiaxue.identity.signin.Bounds;
import org.jiaxue.identity.signin.Confirmation;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives a guardian everything that is kept of them, as one file. */
@Controller
class ArchivePage {

    private static final String HERE = "/me/data/archive";

    private final Archive archive;
    private final Confirmation confirmation;
    private final Throttle throttle;
    private final Audit audit;
    private final Times times;

    ArchivePage(
            Archive archive,
            Confirmation confirmation,
            Throttle throttle,
            Audit audit,
            Times times) {
        this.archive = archive;
        this.confirmation = confirmation;
        this.throttle = throttle;
        this.audit = audit;
        this.times = times;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping(HERE)
    ModelAndView show(Frame frame, HttpServletRequest request) {
        return confirmation
                .before(request, HERE)
                .orElseGet(() -> Html.page("identity/account/archive", frame));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping(HERE)
    @Nullable ModelAndView download(
            Frame frame,
            GuardianId guardian,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<ModelAndView> first = confirmation.before(request, HERE);
        if (first.isPresent()) {
            return first.get();
        }
        Optional<Duration> pause =
                throttle.over(Bounds.ARCHIVES_A_GUARDIAN_AN_HOUR, guardian.toString());
        if (pause.isPresent()) {
            throw new Refusal(
                    Problem.of(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "identity.problem.too-often",
                                    pause.get().toMinutes() + 1)
                            .retryAfter(pause.get()));
        }
        try (Archive.Ready ready = archive.of(guardian, frame.texts())) {
            audit.note(
                    Viewer.Guardian.inPerson(guardian),
                    "guardian.archive-taken",
                    guardian.toString());
            response.setContentType("application/zip");
            response.setContentLengthLong(ready.bytes());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("jiaxue-" + times.today() + ".zip")
                            .build()
                            .toString());
            ready.sendTo(response.getOutputStream());
        }
        return null;
    }
}
