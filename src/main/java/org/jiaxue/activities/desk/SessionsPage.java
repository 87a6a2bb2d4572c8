package org.jiaxue.activities.desk;

import java.util.List;
import java.util.Map;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.attending.Hours;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An activity's sessions that are still to come, and adding another. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class SessionsPage {

    private final Activities activities;
    private final Hours hours;
    private final Access access;
    private final Times times;

    SessionsPage(Activities activities, Hours hours, Access access, Times times) {
        this.activities = activities;
        this.hours = hours;
        this.access = access;
        this.times = times;
    }

    /** A session in words, and where its code is. */
    record Row(String when, String href) {}

    /** What the page shows. */
    record View(Activity activity, List<Row> sessions, SessionForm form) {}

    @GetMapping("/console/activities/{activity}/sessions")
    ModelAndView show(Frame frame, @PathVariable("activity") String id) {
        return page(frame, activity(frame, id), SessionForm.blank());
    }

    @PostMapping("/console/activities/{activity}/sessions")
    ModelAndView add(
            Frame frame,
            @PathVariable("activity") String id,
            @RequestParam Map<String, String> sent) {
        Activity activity = activity(frame, id);
        SessionForm form = SessionForm.of(sent, times.today());
        if (form.good()) {
            form = held(form, activity);
        }
        if (!form.good()) {
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, activity, form));
        }
        return Html.seeOther("/console/activities/" + activity.id() + "/sessions");
    }

    /** Holds the session; if it cannot be, the form says why. */
    private SessionForm held(SessionForm form, Activity activity) {
        Session session = SessionForm.session(form, activity.id(), times.zone());
        return switch (activities.hold(session)) {
            case HELD -> form;
            case OVERLAPS -> form.with("starts", "overlaps");
            case ENDS_BEFORE_IT_STARTS -> form.with("ends", "ends-before");
            case TOO_LONG -> form.with("ends", "ends-late");
            case UNKNOWN_ACTIVITY -> throw unknown();
        };
    }

    private Activity activity(Frame frame, String id) {
        Activity activity =
                Ids.parse(id)
                        .map(ActivityId::new)
                        .flatMap(activities::find)
                        .orElseThrow(SessionsPage::unknown);
        access.require(frame.viewer(), Deed.RUN_ACTIVITY, activity.division());
        return activity;
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("activities.problem.unknown"));
    }

    private ModelAndView page(Frame frame, Activity activity, SessionForm form) {
        List<Row> rows =
                activities.programme(activity.id()).sessions().stream()
                        .map(it ->
                                new Row(
                                        hours.span(frame.texts(), it),
                                        "/console/activities/" + it.id() + "/code"))
                        .toList();
        return Html.page("activities/desk/sessions", frame, "view", new View(activity, rows, form));
    }
}
