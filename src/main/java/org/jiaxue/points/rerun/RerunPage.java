package org.jiaxue.points.rerun;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.People;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.place.OwnerPlaces;
import org.jiaxue.points.rerun.Asking.Asked;
import org.jiaxue.points.rerun.Asking.Sent;
import org.jiaxue.points.rerun.RerunReach.Place;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an officer asks for a run, reads what it will do and begins it; and the runs of before. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class RerunPage {

    static final String PATH = "/console/points/recalculate";

    private final Reruns reruns;
    private final Orders orders;
    private final RerunReach reach;
    private final Rules rules;
    private final People people;
    private final OwnerPlaces owners;
    private final Times times;

    RerunPage(
            Reruns reruns,
            Orders orders,
            RerunReach reach,
            Rules rules,
            People people,
            OwnerPlaces owners,
            Times times) {
        this.reruns = reruns;
        this.orders = orders;
        this.reach = reach;
        this.rules = rules;
        this.people = people;
        this.owners = owners;
        this.times = times;
    }

    /**
     * A run as a row.
     *
     * @param state running, done or cancelled
     */
    record Row(String days, String place, String state, String asked, String href) {}

    /**
     * The run that is under way.
     *
     * @param href empty where it is another place's
     */
    record UnderWay(String said, String href) {}

    /**
     * What the page shows.
     *
     * @param sets what can be gone by, by key
     * @param errors sentences by field; {@code run} is the confirmation as a whole
     * @param running empty list where none is
     */
    record View(
            Place place,
            Map<String, String> places,
            Map<String, String> below,
            Map<String, String> sets,
            Sent sent,
            Map<String, String> errors,
            List<UnderWay> running,
            List<Row> runs) {}

    /**
     * What is about to be begun.
     *
     * @param run the id under which it will be begun
     * @param stretches by which rules the days go, in words
     */
    record Check(
            Place place,
            Sent sent,
            UUID run,
            String set,
            String days,
            String whom,
            List<String> stretches,
            List<UnderWay> running,
            String back) {}

    @GetMapping(PATH)
    ModelAndView show(
            Frame frame,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String set,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return form(frame, reach.place(frame, place), new Sent(set, from, to), Map.of());
    }

    @GetMapping(PATH + "/confirmation")
    ModelAndView check(
            Frame frame,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String set,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Place there = reach.place(frame, place);
        Asking asking = asking(there.owner());
        Asking.Answer answer = asking.read(new Sent(set, from, to));
        Asked asked = answer.asked();
        if (asked == null) {
            ModelAndView form = form(frame, there, new Sent(set, from, to), answer.errors());
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, form);
        }
        Scope scope = asked.scope();
        Sent meant = new Sent(set, scope.first().toString(), scope.last().toString());
        Check check =
                new Check(
                        there,
                        meant,
                        Ids.random(),
                        named(frame, asked.set()),
                        days(frame, scope.first(), scope.last()),
                        owners.whom(frame, there.owner()),
                        asking.stretches(scope.first(), scope.last()).stream()
                                .map(it -> said(frame, it))
                                .toList(),
                        underWay(frame),
                        "%s?place=%s&set=%s&from=%s&to=%s"
                                .formatted(PATH, there.node(), set, meant.from(), meant.to()));
        return Html.page("points/rerun/check", frame, "check", check);
    }

    @PostMapping(PATH + "/runs")
    ModelAndView begin(
            Frame frame,
            Viewer viewer,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String set,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Place there = reach.place(frame, place);
        Sent sent = new Sent(set, from, to);
        Asking.Answer answer = asking(there.owner()).read(sent);
        Optional<UUID> id = Ids.parse(run);
        Asked asked = answer.asked();
        if (id.isEmpty() || asked == null || !(viewer instanceof Viewer.Staff staff)) {
            Map<String, String> errors = new LinkedHashMap<>(answer.errors());
            if (id.isEmpty()) {
                errors.put("run", "points.rerun.wrong.run");
            }
            ModelAndView form = form(frame, there, sent, errors);
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, form);
        }
        if (!orders.begin(staff, id.get(), asked.scope(), Asking.keyOf(asked.set()))) {
            throw new Refusal(Problem.conflict("points.problem.rerun-running"));
        }
        return Html.seeOther(RunPage.pathOf(id.get()));
    }

    private Asking asking(Owner owner) {
        return new Asking(rules.book(), owner, times.today());
    }

    private ModelAndView form(Frame frame, Place place, Sent sent, Map<String, String> errors) {
        Rulebook book = rules.book();
        Map<String, String> sets = new LinkedHashMap<>();
        asking(place.owner()).sets().forEach(it -> sets.put(Asking.keyOf(it), named(frame, it)));
        View view =
                new View(
                        place,
                        reach.choices(frame, place),
                        reach.below(frame, place, book),
                        sets,
                        sent,
                        errors.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                it -> frame.say(it.getValue(), Asking.MOST_YEARS))),
                        underWay(frame),
                        reruns.latest().stream()
                                .filter(it -> reach.reaches(frame, it))
                                .map(it -> row(frame, it))
                                .toList());
        return Html.page("points/rerun/list", frame, "view", view);
    }

    private List<UnderWay> underWay(Frame frame) {
        return reruns.latest().stream()
                .filter(it -> it.state() == Rerun.State.RUNNING)
                .map(it -> underWay(frame, it))
                .toList();
    }

    private UnderWay underWay(Frame frame, Rerun run) {
        String since = frame.texts().minute(run.askedAt());
        return reach.reaches(frame, run)
                ? new UnderWay(
                        frame.say(
                                "points.rerun.running", frame.say(reach.name(run.owner())), since),
                        RunPage.pathOf(run.id()))
                : new UnderWay(frame.say("points.rerun.running.elsewhere", since), "");
    }

    private Row row(Frame frame, Rerun run) {
        return new Row(
                days(frame, run.first(), run.last()),
                frame.say(reach.name(run.owner())),
                RunPage.slug(run),
                asked(frame, run, people),
                RunPage.pathOf(run.id()));
    }

    /** Who began it and when. */
    static String asked(Frame frame, Rerun run, People people) {
        StaffId by = run.askedBy();
        String when = frame.texts().moment(run.askedAt());
        return by == null
                ? frame.say("points.rerun.asked.command", when)
                : frame.say("points.rerun.asked", people.nameOf(by).orElse("—"), when);
    }

    static String days(Frame frame, LocalDate first, LocalDate last) {
        return frame.say("points.rerun.days", frame.texts().day(first), frame.texts().day(last));
    }

    private String named(Frame frame, RuleSet set) {
        return frame.say(
                "points.rerun.set",
                frame.say(set.name()),
                frame.say(reach.name(set.owner())),
                set.version(),
                frame.texts().day(set.from()));
    }

    private String said(Frame frame, Asking.Stretch stretch) {
        String chain =
                stretch.chain().stream()
                        .map(it ->
                                frame.say(
                                        "points.rerun.chained", frame.say(it.name()), it.version()))
                        .collect(Collectors.joining(frame.say("points.rerun.and")));
        String day = frame.texts().day(stretch.from());
        return chain.isEmpty()
                ? frame.say("points.rerun.stretch.none", day)
                : frame.say("points.rerun.stretch", day, chain);
    }
}
