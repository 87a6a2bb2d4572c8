package org.jiaxue.home;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The staff's front desk: what is on today, and what their grants let them do. */
@Controller
class FrontDeskPage {

    private final Access access;
    private final Waiting waiting;
    private final Activities activities;
    private final LatestFigures figures;
    private final Regions regions;
    private final Times times;

    FrontDeskPage(
            Access access,
            Waiting waiting,
            Activities activities,
            LatestFigures figures,
            Regions regions,
            Times times) {
        this.access = access;
        this.waiting = waiting;
        this.activities = activities;
        this.figures = figures;
        this.regions = regions;
        this.times = times;
    }

    /** What the desk shows; a panel is there only for what the viewer may do. */
    record View(
            String title,
            String lead,
            List<Waiting.Row> waiting,
            boolean runsActivities,
            LatestFigures.@Nullable Table figures,
            boolean revokes,
            boolean offers,
            boolean counter,
            boolean schools,
            boolean lessons,
            boolean reviews,
            boolean expert,
            List<Today> today,
            List<Granted> grants) {

        /** Whether there is nothing yet that the viewer could do here. */
        boolean idle() {
            return !runsActivities
                    && figures == null
                    && !revokes
                    && !offers
                    && !counter
                    && !schools
                    && !lessons;
        }
    }

    /** A session of today. */
    record Today(String hours, String title, String place, String href) {}

    /** A deed and the places it was granted at. */
    record Granted(String deed, String where) {}

    @GetMapping("/console")
    @OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
    ModelAndView show(Frame frame) {
        List<Today> today =
                access.where(frame.viewer(), Deed.RUN_ACTIVITY).stream()
                        .flatMap(division -> sessionsToday(division).stream())
                        .distinct()
                        .sorted(Comparator.comparing(it -> it.session().startsAt()))
                        .map(it -> today(frame, it))
                        .toList();
        View view =
                new View(
                        may(frame, Deed.RUN_ACTIVITY)
                                ? frame.say("home.desk.title", today.size())
                                : frame.say("home.desk"),
                        frame.texts().day(times.now()),
                        waiting.of(frame),
                        may(frame, Deed.RUN_ACTIVITY),
                        access.where(frame.viewer(), Deed.READ_FIGURES).stream()
                                .findFirst()
                                .map(division -> figures.of(frame, division))
                                .orElse(null),
                        may(frame, Deed.REVOKE_CREDENTIAL),
                        may(frame, Deed.OFFER_BENEFIT),
                        may(frame, Deed.REDEEM_BENEFIT),
                        may(frame, Deed.RUN_SCHOOL) || may(frame, Deed.TEACH_CLASS),
                        may(frame, Deed.SEE_REVIEWS),
                        may(frame, Deed.REVIEW_LESSONS),
                        waiting.onlyExpert(frame.viewer()),
                        today,
                        grants(frame));
        return Html.page("home/desk", frame, "view", view);
    }

    private List<Upcoming> sessionsToday(String division) {
        Instant morning = times.today().atStartOfDay(times.zone()).toInstant();
        Instant night = times.today().plusDays(1).atStartOfDay(times.zone()).toInstant();
        return activities.between(division, morning, night);
    }

    private boolean may(Frame frame, Deed deed) {
        return !access.where(frame.viewer(), deed).isEmpty()
                || (deed.ofSchools() && !access.organisations(frame.viewer(), deed).isEmpty());
    }

    private List<Granted> grants(Frame frame) {
        return Arrays.stream(Deed.values())
                .filter(deed -> may(frame, deed))
                .map(deed -> granted(frame, deed))
                .toList();
    }

    private Granted granted(Frame frame, Deed deed) {
        String where =
                Stream.concat(
                                access.where(frame.viewer(), deed).stream()
                                        .map(division -> frame.say(regions.nameOf(division))),
                                access.organisations(frame.viewer(), deed).stream()
                                        .flatMap(it -> regions.organisation(it).stream())
                                        .map(Organisation::fullName))
                        .collect(Collectors.joining(frame.say("home.and")));
        String key = deed.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Granted(frame.say("home.deed." + key), where);
    }

    private Today today(Frame frame, Upcoming upcoming) {
        Session session = upcoming.session();
        return new Today(
                hour(frame, session.startsAt()) + "–" + hour(frame, session.endsAt()),
                frame.say(upcoming.activity().title()),
                frame.say(upcoming.activity().place()),
                "/console/activities/" + session.id() + "/code");
    }

    private String hour(Frame frame, Instant at) {
        return DateTimeFormatter.ofPattern(frame.say("home.format.hour"), frame.locale())
                .format(at.atZone(times.zone()));
    }
}
