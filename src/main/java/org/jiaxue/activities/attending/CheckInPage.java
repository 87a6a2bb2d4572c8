package org.jiaxue.activities.attending;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Scan;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.activities.code.RotatingCode;
import org.jiaxue.activities.code.Tickets;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Where a scanned code leads. The code is good for a minute at most and signing in may take longer,
 * so a good scan leaves a ticket in this browser and one confirms with that.
 */
@Controller
class CheckInPage {

    private static final String PATH = RotatingCode.PATH;

    private final SignIn signIn;
    private final Hours hours;
    private final Settings settings;

    CheckInPage(SignIn signIn, Hours hours, Settings settings) {
        this.signIn = signIn;
        this.hours = hours;
        this.settings = settings;
    }

    /** What is to be confirmed. */
    record Confirm(Upcoming upcoming, String when) {}

    @GetMapping(value = PATH, params = "t")
    @OpenTo(Audience.ANYONE)
    ModelAndView scanned(
            Frame frame, @RequestParam("t") String token, HttpServletResponse response) {
        keep(response, ticketOf(frame, token), Tickets.GOOD_FOR);
        return Html.seeOther(PATH);
    }

    @GetMapping(PATH)
    @OpenTo(Audience.ANYONE)
    ModelAndView show(Frame frame, HttpServletRequest request) {
        Upcoming upcoming =
                ticketIn(request)
                        .flatMap(signIn::ticketed)
                        .orElseThrow(() -> refusal(new CheckIn.Expired(), frame));
        Confirm confirm = new Confirm(upcoming, hours.span(frame.texts(), upcoming.session()));
        return Html.page("activities/attending/confirm", frame, "confirm", confirm);
    }

    /** Confirms the scan that this browser keeps, or the one that is sent along. */
    @PostMapping(PATH)
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView confirm(
            Frame frame,
            GuardianId guardian,
            @RequestParam(name = "t", required = false) @Nullable String token,
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response) {
        String ticket =
                token == null
                        ? ticketIn(request).orElseThrow(() -> refusal(new CheckIn.Expired(), frame))
                        : ticketOf(frame, token);
        CheckIn result = signIn.confirmed(guardian, ticket, sender);
        return switch (result) {
            case CheckIn.Welcomed(Session session, _) -> {
                keep(response, "", Duration.ZERO);
                yield ActivitiesPage.toResult(session);
            }
            case CheckIn.AlreadyIn(Session session, _) -> ActivitiesPage.toResult(session);
            case CheckIn.Malformed _,
                    CheckIn.WrongCode _,
                    CheckIn.TooOften _,
                    CheckIn.Expired _,
                    CheckIn.UsedByAnother _,
                    CheckIn.Forged _,
                    CheckIn.TooEarly _,
                    CheckIn.TooLate _,
                    CheckIn.NoConsent _,
                    CheckIn.UnknownActivity _ ->
                    throw refusal(result, frame);
        };
    }

    private String ticketOf(Frame frame, String token) {
        return switch (signIn.scan(token)) {
            case Scan.Seen(String ticket) -> ticket;
            case Scan.Refused(CheckIn why) -> throw refusal(why, frame);
        };
    }

    private Refusal refusal(CheckIn why, Frame frame) {
        return new Refusal(Refusals.of(why, frame, hours));
    }

    private static Optional<String> ticketIn(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, Tickets.COOKIE))
                .map(cookie -> Objects.requireNonNull(cookie.getValue()));
    }

    private void keep(HttpServletResponse response, String ticket, Duration age) {
        ResponseCookie cookie =
                ResponseCookie.from(Tickets.COOKIE, ticket)
                        .path(PATH)
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(settings.secure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
