package org.jiaxue.points.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.People;
import org.jiaxue.points.few.Few;
import org.jiaxue.points.few.Few.Sum;
import org.jiaxue.points.few.Few.Told;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One run: how far it is while it runs, and what came of it when it has ended. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class RunPage {

    private final Reruns reruns;
    private final Orders orders;
    private final RerunReach reach;
    private final Regions regions;
    private final People people;

    RunPage(Reruns reruns, Orders orders, RerunReach reach, Regions regions, People people) {
        this.reruns = reruns;
        this.orders = orders;
        this.reach = reach;
        this.regions = regions;
        this.people = people;
    }

    /**
     * What the page shows.
     *
     * @param state running, done or cancelled
     * @param lookedAt how far it is, in words
     * @param leftOut how many ledgers could not be computed, in words; empty for none
     * @param reasons why not, for who runs the server
     * @param hands who is at work, in words; empty when it has ended
     * @param result null while it runs: figures that grow would tell of single guardians
     * @param again where the same is asked for once more; empty where that is not known
     */
    record View(
            Rerun run,
            String state,
            String place,
            String days,
            String asked,
            String lookedAt,
            String leftOut,
            String reasons,
            String hands,
            @Nullable Result result,
            String again) {

        String path() {
            return pathOf(run.id());
        }
    }

    /**
     * What came of it.
     *
     * @param counties empty where the run is for one county
     * @param withheld whether there are counties of which something is not told
     */
    record Result(List<Line> lines, List<CountyRow> counties, boolean wide, boolean withheld) {}

    /** A figure; null where it is withheld, and no points where none belong to it. */
    record Line(String what, @Nullable String guardians, @Nullable String points, boolean sums) {}

    /** A county's figures; null where withheld. */
    record CountyRow(
            String name,
            @Nullable String more,
            @Nullable String pointsMore,
            @Nullable String stayed,
            @Nullable String pointsStayed) {}

    static String pathOf(UUID run) {
        return RerunPage.PATH + "/runs/" + run;
    }

    static String slug(Rerun run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    @GetMapping(RerunPage.PATH + "/runs/{id}")
    ModelAndView show(Frame frame, @PathVariable String id) {
        Rerun run = find(frame, id);
        boolean running = run.state() == Rerun.State.RUNNING;
        View view =
                new View(
                        run,
                        slug(run),
                        frame.say(reach.name(run.owner())),
                        RerunPage.days(frame, run.first(), run.last()),
                        RerunPage.asked(frame, run, people),
                        lookedAt(frame, run),
                        leftOut(frame, run),
                        reasons(frame, run),
                        running ? hands(frame, reruns.atWork(run.id())) : "",
                        running ? null : result(frame, run),
                        again(run));
        return Html.page("points/rerun/run", frame, "view", view);
    }

    @PostMapping(RerunPage.PATH + "/runs/{id}/cancellation")
    ModelAndView cancel(Frame frame, Viewer viewer, @PathVariable String id) {
        Rerun run = find(frame, id);
        if (viewer instanceof Viewer.Staff staff) {
            orders.cancel(staff, run);
        }
        return Html.seeOther(pathOf(run.id()));
    }

    private Rerun find(Frame frame, String id) {
        reach.place(frame, "");
        Rerun run =
                Ids.parse(id)
                        .flatMap(reruns::find)
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("points.problem.no-such-run")));
        if (!reach.reaches(frame, run)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return run;
    }

    private static String lookedAt(Frame frame, Rerun run) {
        String all =
                frame.say(
                        "points.rerun.looked-at",
                        frame.texts().number(run.done()),
                        frame.texts().number(run.guardians()),
                        frame.texts().number(run.events()));
        if (run.unfit() == 0) {
            return all;
        }
        return all
                + frame.say(
                        Few.small(run.unfit()) ? "points.rerun.unfit.few" : "points.rerun.unfit",
                        frame.texts().number(run.unfit()));
    }

    private static String leftOut(Frame frame, Rerun run) {
        return run.failed() == 0
                ? ""
                : frame.say(
                        Few.small(run.failed()) ? "points.rerun.failed.few" : "points.rerun.failed",
                        frame.texts().number(run.failed()));
    }

    private String reasons(Frame frame, Rerun run) {
        return run.failed() == 0
                ? ""
                : frame.say(
                        "points.rerun.failed.reasons",
                        run.id().toString(),
                        reruns.failures(run.id()).stream()
                                .map(Rerun.Failure::reason)
                                .collect(Collectors.joining("; ")));
    }

    private static String hands(Frame frame, ShownRunStore.AtWork atWork) {
        if (atWork.last() == null) {
            return frame.say("points.rerun.hands.soon");
        }
        String last = frame.texts().minute(atWork.last());
        return atWork.hands() > 0
                ? frame.say("points.rerun.hands", atWork.hands(), last)
                : frame.say("points.rerun.hands.none", last);
    }

    private static String again(Rerun run) {
        String set = run.ruleSet();
        return set == null
                ? ""
                : "%s/confirmation?place=%s&set=%s&from=%s&to=%s"
                        .formatted(
                                RerunPage.PATH, run.owner().node(), set, run.first(), run.last());
    }

    private Result result(Frame frame, Rerun run) {
        Came came = Came.of(run, reruns.counties(run.id()));
        List<Line> lines = new ArrayList<>();
        lines.add(line(frame, "points.rerun.came.more", came.more()));
        lines.add(line(frame, "points.rerun.came.stayed", came.stayed()));
        Long unchanged = came.unchanged();
        lines.add(
                new Line(
                        frame.say("points.rerun.came.unchanged"),
                        unchanged == null
                                ? null
                                : frame.say("points.rerun.about", frame.texts().number(unchanged)),
                        null,
                        false));
        lines.add(
                new Line(
                        frame.say("points.rerun.came.risen"),
                        number(frame, came.risen()),
                        null,
                        false));
        boolean wide =
                run.owner().school() == null
                        && run.owner().division().length() < Division.Level.COUNTY.digits();
        List<CountyRow> counties =
                came.counties().stream().map(it -> county(frame, it, came)).toList();
        return new Result(lines, wide ? counties : List.of(), wide, came.withheld());
    }

    private static Line line(Frame frame, String key, Told told) {
        Sum all = told.all();
        return new Line(
                frame.say(key),
                all == null ? null : frame.texts().number(all.guardians()),
                all == null ? null : frame.texts().number(all.points()),
                true);
    }

    private CountyRow county(Frame frame, String code, Came came) {
        Sum more = of(came.more(), code);
        Sum stayed = of(came.stayed(), code);
        return new CountyRow(
                frame.say(regions.nameOf(code)),
                number(frame, more == null ? null : more.guardians()),
                number(frame, more == null ? null : more.points()),
                number(frame, stayed == null ? null : stayed.guardians()),
                number(frame, stayed == null ? null : stayed.points()));
    }

    private static @Nullable Sum of(Told told, String county) {
        return told.counties().stream()
                .filter(it -> it.county().equals(county))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String number(Frame frame, @Nullable Long figure) {
        return figure == null ? null : frame.texts().number(figure);
    }
}
