package org.jiaxue.points.hold;

import java.util.List;
import org.jiaxue.identity.Audit;
import org.jiaxue.points.detection.Detectors;
import org.jiaxue.points.hold.Hold.Decision;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the check of a guardian's points stands: why, until when, what was decided, who looked; and
 * what the guardian may write.
 */
@Controller
class MyHoldPage {

    private static final int MOST_TRACES = 200;

    private final HoldStore store;
    private final Decisions decisions;
    private final Detectors detectors;
    private final Audit audit;
    private final Regions regions;
    private final DatabaseClock clock;

    MyHoldPage(
            HoldStore store,
            Decisions decisions,
            Detectors detectors,
            Audit audit,
            Regions regions,
            DatabaseClock clock) {
        this.store = store;
        this.decisions = decisions;
        this.detectors = detectors;
        this.audit = audit;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param lead how it stands and what comes next
     * @param figure what led to the check
     * @param act where words go: {@code words}, {@code appeal}, or empty
     * @param typed what was typed, and what is wrong with it
     * @param log who did what, in words
     */
    record Mine(
            Hold.Face hold,
            String lead,
            String figure,
            List<Hold.Said> said,
            List<Decision> decided,
            String act,
            String typed,
            @Nullable String error,
            List<String> log) {}

    @GetMapping("/me/points/holds/{id}")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView show(Frame frame, GuardianId guardian, @PathVariable String id) {
        return page(frame, own(guardian, id), "", null);
    }

    @PostMapping("/me/points/holds/{id}/words")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView say(
            Frame frame,
            GuardianId guardian,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words) {
        Hold hold = own(guardian, id);
        String said = clean(words);
        return wrong(said)
                ? again(frame, hold, said)
                : done(hold, decisions.say(frame.viewer(), guardian, hold.id(), said));
    }

    @PostMapping("/me/points/holds/{id}/appeal")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView appeal(
            Frame frame,
            GuardianId guardian,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words) {
        Hold hold = own(guardian, id);
        String said = clean(words);
        return wrong(said)
                ? again(frame, hold, said)
                : done(hold, decisions.appeal(frame.viewer(), guardian, hold.id(), said));
    }

    private static ModelAndView done(Hold hold, Deciding done) {
        return switch (done) {
            case DONE -> Html.seeOther("/me/points/holds/" + hold.id());
            case ALREADY, OWN -> throw new Refusal(Problem.conflict("points.problem.hold-said"));
            case TOO_LATE ->
                    throw new Refusal(
                            Problem.conflict("points.problem.appeal-over", Decisions.DAYS));
            case UNKNOWN -> throw unknown();
        };
    }

    private static String clean(String words) {
        return words.strip().replace("\r\n", "\n");
    }

    private static boolean wrong(String words) {
        return words.isEmpty() || words.codePointCount(0, words.length()) > Decisions.MOST_WORDS;
    }

    private ModelAndView again(Frame frame, Hold hold, String words) {
        String error =
                words.isEmpty()
                        ? frame.say("points.hold.words-first")
                        : frame.say(
                                "points.hold.long",
                                words.codePointCount(0, words.length()),
                                Decisions.MOST_WORDS);
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, hold, words, error));
    }

    private ModelAndView page(Frame frame, Hold hold, String typed, @Nullable String error) {
        List<Hold.Said> said = store.said(hold);
        List<Decision> decided = store.decisions(hold);
        boolean appealable =
                hold.state() == State.REFUSED && clock.now().isBefore(decisions.appealUntil(hold));
        String act =
                hold.state() == State.WAITING && said.isEmpty()
                        ? "words"
                        : appealable ? "appeal" : "";
        Mine mine =
                new Mine(
                        hold.face(),
                        lead(frame, hold, appealable),
                        frame.say(detectors.say(hold.detector(), hold.version(), hold.figures())),
                        said,
                        decided,
                        act,
                        typed,
                        error,
                        log(frame, hold));
        return Html.page("points/hold/mine", frame, "mine", mine);
    }

    private String lead(Frame frame, Hold hold, boolean appealable) {
        String key = "points.hold.lead." + hold.state().slug();
        return switch (hold.state()) {
            case WAITING, APPEALED -> frame.say(key, HoldsPage.lastDay(frame, hold));
            case REFUSED ->
                    appealable
                            ? frame.say(
                                    key,
                                    frame.texts().day(decisions.appealUntil(hold).minusSeconds(1)))
                            : frame.say("points.hold.lead.refused-over");
            case RELEASED, FINAL -> frame.say(key);
        };
    }

    /** Who did what, a line a day and deed; staff by the place whose they are. */
    private List<String> log(Frame frame, Hold hold) {
        return audit.about(hold.id().toString(), MOST_TRACES).stream()
                .map(it ->
                        frame.say(
                                "points.hold.log." + it.deed().replace("points.hold.", ""),
                                frame.texts().day(it.at()),
                                it.node() == null ? "" : frame.say(regions.nameOf(it.node()))))
                .distinct()
                .toList();
    }

    private Hold own(GuardianId guardian, String id) {
        return Ids.parse(id)
                .flatMap(store::find)
                .filter(it -> it.guardian().equals(guardian))
                .orElseThrow(MyHoldPage::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("points.problem.no-such-hold"));
    }
}
