package org.jiaxue.home;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The library as editors and reviewers see it: lessons by stage, and which are due for review. */
@Controller
class LibraryPage {

    private static final int PAGE_SIZE = 50;
    private static final String PATH = "/console/library";

    private final Access access;
    private final Reviews reviews;

    LibraryPage(Access access, Reviews reviews) {
        this.access = access;
        this.reviews = reviews;
    }

    /** How many lessons of a stage there are, by how they stand. */
    record Sum(String stage, int lessons, int due, int never) {}

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
        if (access.where(frame.viewer(), Deed.EDIT_LIBRARY).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        List<Reviews.Reviewed> all = reviews.all();
        Optional<Stage> ofStage =
                Arrays.stream(Stage.values()).filter(it -> it.slug().equals(stage)).findFirst();
        Optional<Reviews.State> ofState = Reviews.State.named(state);
        List<Row> rows =
                all.stream()
                        .filter(it -> ofStage.isEmpty() || it.lesson().stage() == ofStage.get())
                        .filter(it -> ofState.isEmpty() || it.state() == ofState.get())
                        .map(it -> row(frame, it))
                        .toList();
        Slice<Row> slice = Slice.of(rows, Math.max(0, page), PAGE_SIZE);
        String query =
                ofStage.map(it -> "&stage=" + it.slug()).orElse("")
                        + ofState.map(it -> "&state=" + it.slug()).orElse("");
        View view =
                new View(
                        sums(frame, all),
                        stages(frame),
                        states(frame),
                        ofStage.map(Stage::slug).orElse(""),
                        ofState.map(Reviews.State::slug).orElse(""),
                        slice,
                        slice.page() > 0 ? address(slice.page() - 1, query) : "",
                        slice.page() + 1 < slice.pages() ? address(slice.page() + 1, query) : "");
        return Html.page("home/library", frame, "view", view);
    }

    private static String address(int page, String query) {
        return PATH + "?page=" + page + query;
    }

    private static List<Sum> sums(Frame frame, List<Reviews.Reviewed> all) {
        return Arrays.stream(Stage.values())
                .map(stage ->
                        new Sum(
                                name(frame, stage),
                                count(all, stage, null),
                                count(all, stage, Reviews.State.DUE),
                                count(all, stage, Reviews.State.NEVER)))
                .toList();
    }

    private static int count(
            List<Reviews.Reviewed> all, Stage stage, Reviews.@Nullable State state) {
        return (int)
                all.stream()
                        .filter(it -> it.lesson().stage() == stage)
                        .filter(it -> state == null || it.state() == state)
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
        for (Reviews.State state : Reviews.State.values()) {
            states.put(state.slug(), frame.say("home.reviews.state." + state.slug()));
        }
        return states;
    }

    private static Row row(Frame frame, Reviews.Reviewed reviewed) {
        @Nullable LocalDate last = reviewed.reviewedOn();
        String state = "home.reviews.state." + reviewed.state().slug();
        return new Row(
                frame.say(reviewed.lesson().title()),
                name(frame, reviewed.lesson().stage()),
                frame.say("home.reviews.kind." + reviewed.lesson().kind()),
                last == null
                        ? frame.say(state)
                        : frame.say(state + ".since", frame.texts().day(last)),
                "/lessons/" + reviewed.lesson().id());
    }

    private static String name(Frame frame, Stage stage) {
        return frame.say("identity.stage." + stage.slug());
    }
}
