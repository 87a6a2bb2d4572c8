package org.jiaxue.home;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.catalogue.Standing;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Slice;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The library as editors and reviewers see it: lessons by stage and by how they stand. */
@Controller
class LibraryPage {

    private static final int PAGE_SIZE = 20;
    static final String PATH = "/console/library";

    /** What waits for a reviewer. */
    private static final Set<Standing.State> WAITING =
            EnumSet.of(Standing.State.NEVER, Standing.State.CHANGED, Standing.State.DUE);

    private final Access access;
    private final Standings standings;

    LibraryPage(Access access, Standings standings) {
        this.access = access;
        this.standings = standings;
    }

    /** How many lessons of a stage there are, by how they stand. */
    record Sum(String stage, int lessons, int waiting, int asked) {}

    /** A lesson in words. */
    record Row(String title, String stage, String kind, String state, String href) {}

    /**
     * What the page shows.
     *
     * @param stages slug to name, for the chooser; the empty slug is all
     * @param states slug to name, likewise
     * @param previous where the page before is; empty on the first
     * @param next where the page after is; empty on the last
     */
    record View(
            List<Sum> sums,
            Map<String, String> stages,
            Map<String, String> states,
            String stage,
            String state,
            Slice<Row> rows,
            String previous,
            String next) {}

    @GetMapping(PATH)
    @OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
    ModelAndView show(
            Frame frame,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page) {
        if (access.where(frame.viewer(), Deed.SEE_REVIEWS).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        List<Standings.Reviewed> all = standings.all();
        Optional<Stage> ofStage =
                Arrays.stream(Stage.values()).filter(it -> it.slug().equals(stage)).findFirst();
        Optional<Standing.State> ofState = Standings.named(state);
        List<Row> rows =
                all.stream()
                        .filter(it -> ofStage.isEmpty() || it.lesson().stage() == ofStage.get())
                        .filter(it -> ofState.isEmpty() || it.state() == ofState.get())
                        .map(it -> row(frame, it))
                        .toList();
        Slice<Row> slice = Slice.of(rows, Math.max(0, page), PAGE_SIZE);
        String query =
                ofStage.map(it -> "&stage=" + it.slug()).orElse("")
                        + ofState.map(it -> "&state=" + Standings.slug(it)).orElse("");
        View view =
                new View(
                        sums(frame, all),
                        stages(frame),
                        states(frame),
                        ofStage.map(Stage::slug).orElse(""),
                        ofState.map(Standings::slug).orElse(""),
                        slice,
                        slice.page() > 0 ? address(slice.page() - 1, query) : "",
                        slice.page() + 1 < slice.pages() ? address(slice.page() + 1, query) : "");
        return Html.page("home/library", frame, "view", view);
    }

    private static String address(int page, String query) {
        return PATH + "?page=" + page + query;
    }

    private static List<Sum> sums(Frame frame, List<Standings.Reviewed> all) {
        return Arrays.stream(Stage.values())
                .map(stage ->
                        new Sum(
                                name(frame, stage),
                                count(all, stage, EnumSet.allOf(Standing.State.class)),
                                count(all, stage, WAITING),
                                count(all, stage, EnumSet.of(Standing.State.ASKED))))
                .toList();
    }

    private static int count(
            List<Standings.Reviewed> all, Stage stage, Set<Standing.State> states) {
        return (int)
                all.stream()
                        .filter(it -> it.lesson().stage() == stage)
                        .filter(it -> states.contains(it.state()))
                        .count();
    }

    private static Map<String, String> stages(Frame frame) {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("", frame.say("home.reviews.all"));
        for (Stage stage : Stage.values()) {
            stages.put(stage.slug(), name(frame, stage));
        }
        return stages;
    }

    private static Map<String, String> states(Frame frame) {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", frame.say("home.reviews.all"));
        for (Standing.State state : Standing.State.values()) {
            String slug = Standings.slug(state);
            states.put(slug, frame.say("home.reviews.state." + slug));
        }
        return states;
    }

    private static Row row(Frame frame, Standings.Reviewed reviewed) {
        return new Row(
                frame.say(reviewed.lesson().title()),
                name(frame, reviewed.lesson().stage()),
                frame.say("home.reviews.kind." + reviewed.lesson().kind()),
                state(frame, reviewed.standing()),
                PATH + "/" + reviewed.lesson().id());
    }

    /** How a lesson stands, and since when. */
    static String state(Frame frame, Standing standing) {
        @Nullable LocalDate last = standing.lastOn();
        String key = "home.reviews.state." + Standings.slug(standing.state());
        return last == null ? frame.say(key) : frame.say(key + ".since", frame.texts().day(last));
    }

    private static String name(Frame frame, Stage stage) {
        return frame.say("identity.stage." + stage.slug());
    }
}
