package org.jiaxue.activities.attending;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.Attended;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.SignIn;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.activities.attending.ActivityView.Sitting;
import org.jiaxue.activities.attending.ActivityView.When;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is on, one activity, and signing in to it by a typed code. */
@Controller
class ActivitiesPage {

    private static final Logger LOG = LoggerFactory.getLogger(ActivitiesPage.class);

    private final Activities activities;
    private final SignIn signIn;
    private final Hours hours;
    private final Audiences audiences;

    ActivitiesPage(Activities activities, SignIn signIn, Hours hours, Audiences audiences) {
        this.activities = activities;
        this.signIn = signIn;
        this.hours = hours;
        this.audiences = audiences;
    }

    /** A row of the list. */
    record Row(Upcoming upcoming, When when, String hours, String audience) {}

    /** A row of what a guardian went to. */
    record Past(Attended attended, When when) {}

    @GetMapping("/activities")
    @OpenTo(Audience.ANYONE)
    ModelAndView list(Frame frame) {
        List<Row> rows =
                activities.upcoming("", Activities.LIST_AT_MOST).stream()
                        .map(it -> row(frame, it))
                        .toList();
        return Html.page("activities/attending/list", frame, "rows", rows);
    }

    @GetMapping("/me/activities")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView mine(Frame frame, GuardianId guardian) {
        List<Past> rows =
                activities.attendedBy(guardian).stream()
                        .map(it -> new Past(it, when(frame, it.session())))
                        .toList();
        return Html.page("activities/attending/mine", frame, "rows", rows);
    }

    @GetMapping("/activities/{id}")
    @OpenTo(Audience.ANYONE)
    ModelAndView show(Frame frame, @PathVariable String id) {
        Activity activity = known(id);
        return Html.page("activities/attending/one", frame, "view", view(frame, activity));
    }

    @PostMapping("/activities/{id}/attendance")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView attend(
            Frame frame,
            GuardianId guardian,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            Sender sender,
            HttpServletResponse response) {
        Activity activity = known(id);
        String digits = digitsOf(code);
        CheckIn result = signIn.typed(guardian, activity.id(), digits, sender);
        return switch (result) {
            case CheckIn.Welcomed(Session session, _) -> toResult(session);
            case CheckIn.AlreadyIn(Session session, _) -> toResult(session);
            case CheckIn.Malformed() ->
                    again(frame, activity, code, "activities.problem.not-a-code");
            case CheckIn.WrongCode(int left) ->
                    again(frame, activity, code, "activities.problem.wrong-code", left);
            case CheckIn.TooOften(var left) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds() + 1));
                yield again(
                        frame,
                        activity,
                        code,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "activities.problem.too-often",
                        left.toMinutes() + 1);
            }
            case CheckIn.TooEarly _,
                    CheckIn.TooLate _,
                    CheckIn.Expired _,
                    CheckIn.UsedByAnother _,
                    CheckIn.Forged _,
                    CheckIn.NoConsent _,
                    CheckIn.UnknownActivity _ ->
                    throw new Refusal(Refusals.of(result, frame, hours));
        };
    }

    /** What an attendance has earned, for the guardian alone. */
    @GetMapping("/activities/attendance/{session}")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView result(Frame frame, GuardianId guardian, @PathVariable String session) {
        SignIn.Told told =
                Ids.parse(session)
                        .map(SessionId::new)
                        .flatMap(id -> signIn.attended(guardian, id))
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("activities.problem.not-attended")));
        return Html.page("activities/attending/result", frame, "told", told);
    }

    private Activity known(String id) {
        return Ids.parse(id)
                .map(ActivityId::new)
                .flatMap(activities::find)
                .orElseThrow(() -> new Refusal(Problem.notFound("activities.problem.unknown")));
    }

    /** The digits as typed on any keyboard: full-width ones and spaces are taken as meant. */
    private static String digitsOf(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    static ModelAndView toResult(Session session) {
        return Html.seeOther("/activities/attendance/" + session.id());
    }

    private ModelAndView again(
            Frame frame, Activity activity, String code, String key, Object... args) {
        return again(frame, activity, code, HttpStatus.UNPROCESSABLE_CONTENT, key, args);
    }

    private ModelAndView again(
            Frame frame,
            Activity activity,
            String code,
            HttpStatus status,
            String key,
            Object... args) {
        LOG.info("refused code={} status={} activity={}", key, status.value(), activity.id());
        ActivityView view = view(frame, activity);
        Sitting sitting =
                view.sitting() instanceof ActivityView.Open(String until, _, _)
                        ? new ActivityView.Open(until, code, frame.say(key, args))
                        : view.sitting();
        ActivityView mended =
                new ActivityView(view.activity(), view.audience(), view.when(), sitting);
        return Html.with(status, Html.page("activities/attending/one", frame, "view", mended));
    }

    private ActivityView view(Frame frame, Activity activity) {
        Activities.Programme programme = activities.programme(activity.id());
        return new ActivityView(
                activity,
                audiences.of(frame, activity),
                programme.sessions().stream().map(it -> when(frame, it)).toList(),
                sitting(frame, programme));
    }

    private Sitting sitting(Frame frame, Activities.Programme programme) {
        if (programme.sessions().isEmpty()) {
            return new ActivityView.Over();
        }
        Session next = programme.sessions().getFirst();
        if (!next.openAt(programme.now())) {
            return new ActivityView.Opens(hours.moment(frame.texts(), next.opensAt()));
        }
        String until = hours.hour(frame.texts(), next.closesAt());
        Optional<GuardianId> guardian = frame.viewer().guardian();
        if (guardian.isEmpty()) {
            return new ActivityView.SignInFirst(until);
        }
        return activities.attended(guardian.get(), next.id())
                ? new ActivityView.Done(next)
                : new ActivityView.Open(until, "", null);
    }

    private Row row(Frame frame, Upcoming upcoming) {
        return new Row(
                upcoming,
                when(frame, upcoming.session()),
                hours.hours(frame.texts(), upcoming.session()),
                audiences.of(frame, upcoming.activity()));
    }

    private When when(Frame frame, Session session) {
        return new When(session, hours.dayOf(session), hours.span(frame.texts(), session));
    }
}
