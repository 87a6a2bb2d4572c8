package org.jiaxue.activities.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.SignIn;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.activities.attending.Hours;
import org.jiaxue.activities.code.RotatingCode;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.look.QrPath;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organisers' desk: today's sessions, announcing another, and the code to sign in with. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ActivityDeskPage {

    /** Below this a count could point at a family and is not shown. */
    static final int FEW = 10;

    private final Activities activities;
    private final SignIn signIn;
    private final Hours hours;
    private final Access access;
    private final Regions regions;
    private final Reach reach;
    private final Times times;
    private final Settings settings;

    ActivityDeskPage(
            Activities activities,
            SignIn signIn,
            Hours hours,
            Access access,
            Regions regions,
            Reach reach,
            Times times,
            Settings settings) {
        this.activities = activities;
        this.signIn = signIn;
        this.hours = hours;
        this.access = access;
        this.regions = regions;
        this.reach = reach;
        this.times = times;
        this.settings = settings;
    }

    /** A session as a row: how many signed in, or that they were too few to say. */
    record Row(Upcoming upcoming, String when, int attendance) {

        boolean few() {
            return attendance < FEW;
        }
    }

    /** The desk: today's sessions, later ones, and the form. */
    record DeskView(List<Row> today, List<Row> later, ActivityForm form, List<Reach.Group> reach) {}

    /**
     * What hangs on the wall.
     *
     * @param opens when signing in opens; empty once it has
     * @param wall whether it fills the screen, to be read across a room
     */
    record CodeView(
            Session session,
            Activity activity,
            String when,
            boolean open,
            String opens,
            String digits,
            QrPath qr,
            int attendance,
            boolean wall) {

        boolean few() {
            return attendance < FEW;
        }

        /** The code as it stands at the desk. */
        String path() {
            return "/console/activities/" + session.id() + "/code";
        }
    }

    @GetMapping("/console/activities")
    ModelAndView desk(Frame frame) {
        List<String> divisions = divisions(frame);
        return page(frame, divisions, ActivityForm.blank(divisions.getFirst()));
    }

    @PostMapping("/console/activities")
    ModelAndView announce(Frame frame, @RequestParam Map<String, String> sent) {
        List<String> divisions = divisions(frame);
        ActivityForm form = ActivityForm.of(sent, times.today());
        if (form.good()
                && !access.allows(frame.viewer(), Deed.RUN_ACTIVITY, form.value("division"))) {
            form = form.with("division", "not-yours");
        }
        if (form.good() && regions.find(form.value("division")).isEmpty()) {
            form = form.with("division", "unknown-division");
        }
        if (!form.good()) {
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, divisions, form));
        }
        Activity activity = form.activity(ActivityId.next());
        Session session = SessionForm.session(form, activity.id(), times.zone());
        activities.announce(activity, session, ((Viewer.Staff) frame.viewer()).id());
        return Html.seeOther("/console/activities/" + session.id() + "/code");
    }

    @GetMapping("/console/activities/{session}/code")
    ModelAndView code(
            Frame frame,
            @PathVariable("session") String id,
            @RequestParam(defaultValue = "false") boolean wall) {
        SignIn.Shown shown =
                Ids.parse(id)
                        .map(SessionId::new)
                        .flatMap(signIn::show)
                        .orElseThrow(() ->
                                new Refusal(
                                        Problem.notFound("activities.problem.unknown-session")));
        Session session = shown.session();
        Activity activity = activities.find(session.activity()).orElseThrow();
        access.require(frame.viewer(), Deed.RUN_ACTIVITY, activity.division());
        CodeView view =
                new CodeView(
                        session,
                        activity,
                        hours.span(frame.texts(), session),
                        session.openAt(shown.now()),
                        shown.now().isBefore(session.opensAt())
                                ? hours.moment(frame.texts(), session.opensAt())
                                : "",
                        shown.digits(),
                        QrPath.of(settings.baseUrl() + RotatingCode.PATH + "?t=" + shown.token()),
                        activities.attendance(List.of(session.id())).getOrDefault(session.id(), 0),
                        wall);
        return Html.page("activities/desk/code", frame, "view", view);
    }

    private List<String> divisions(Frame frame) {
        List<String> divisions = access.where(frame.viewer(), Deed.RUN_ACTIVITY);
        if (divisions.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return divisions;
    }

    private ModelAndView page(Frame frame, List<String> divisions, ActivityForm form) {
        Instant morning = times.today().atStartOfDay(times.zone()).toInstant();
        Instant night = times.today().plusDays(1).atStartOfDay(times.zone()).toInstant();
        List<Upcoming> all = sessions(divisions, morning, night.plus(Activities.AHEAD));
        Map<SessionId, Integer> counts =
                activities.attendance(all.stream().map(it -> it.session().id()).toList());
        Map<Boolean, List<Row>> rows =
                all.stream()
                        .map(it -> row(frame, it, counts))
                        .collect(
                                Collectors.partitioningBy(
                                        it -> it.upcoming().session().startsAt().isBefore(night)));
        DeskView view =
                new DeskView(
                        listed(rows, true),
                        listed(rows, false),
                        form,
                        reach.of(frame.texts(), divisions, form.value("division")));
        return Html.page("activities/desk/page", frame, "view", view);
    }

    private List<Upcoming> sessions(List<String> divisions, Instant from, Instant to) {
        return divisions.stream()
                .flatMap(division -> activities.between(division, from, to).stream())
                .distinct()
                .sorted(Comparator.comparing(it -> it.session().startsAt()))
                .toList();
    }

    private Row row(Frame frame, Upcoming upcoming, Map<SessionId, Integer> counts) {
        Session session = upcoming.session();
        return new Row(
                upcoming, hours.span(frame.texts(), session), counts.getOrDefault(session.id(), 0));
    }

    private static List<Row> listed(Map<Boolean, List<Row>> rows, boolean today) {
        return rows.getOrDefault(today, List.of());
    }
}
