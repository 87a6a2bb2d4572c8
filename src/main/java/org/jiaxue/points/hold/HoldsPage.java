package org.jiaxue.points.hold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.points.HoldDesk;
import org.jiaxue.points.detection.Detectors;
import org.jiaxue.points.hold.Hold.Decision;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.points.hold.Reason.Outcome;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The officers' desk of points that wait for a person. A case shows what is held, when, the figure
 * that tripped it and what the guardian wrote, and nothing by which anybody could be recognised or
 * compared. Every opening is in the log that the guardian reads.
 */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class HoldsPage {

    private static final int ROWS = 50;
    private static final int MOST_PAGES = 200;

    private final HoldStore store;
    private final Decisions decisions;
    private final Detectors detectors;
    private final HoldReach reach;
    private final Audit audit;

    HoldsPage(
            HoldStore store,
            Decisions decisions,
            Detectors detectors,
            HoldReach reach,
            Audit audit) {
        this.store = store;
        this.decisions = decisions;
        this.detectors = detectors;
        this.reach = reach;
        this.audit = audit;
    }

    /**
     * What waits.
     *
     * @param next where the younger ones are; empty at the end
     */
    record Waiting(List<Row> rows, int count, String next) {}

    /** A case of the list, in words. */
    record Row(String since, String what, String figure, boolean appeal, String until, UUID id) {}

    /**
     * A case.
     *
     * @param first what was decided first; empty before
     * @param last what was decided on appeal; empty before
     * @param form what was chosen and typed; empty where this viewer has nothing to decide
     * @param own whether it waits for somebody else, since this one refused
     */
    record Case(
            Hold.Face hold,
            String figure,
            String until,
            List<Hold.Said> said,
            @Nullable Decision first,
            @Nullable Decision last,
            @Nullable Form form,
            boolean own) {

        /** Reasons to choose from, by their value, in words. */
        Map<String, String> reasons(Frame frame, Outcome outcome) {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (Reason reason : Reason.forPeople()) {
                if (reason.outcome() == outcome) {
                    reasons.put(reason.slug(), frame.say(reason.key()));
                }
            }
            return reasons;
        }
    }

    /** What was typed; the errors are sentences. */
    record Form(
            String reason, String note, @Nullable String reasonError, @Nullable String noteError) {

        static final Form BLANK = new Form("", "", null, null);
    }

    @GetMapping(HoldDesk.PATH)
    ModelAndView list(Frame frame, Viewer viewer, @RequestParam(defaultValue = "0") String page) {
        Viewer.Staff staff = staff(viewer);
        List<String> nodes = reach.nodes(viewer);
        if (nodes.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        int asked = page.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 0;
        List<Hold> found = store.waiting(nodes, staff.id(), asked * ROWS, ROWS + 1);
        Waiting waiting =
                new Waiting(
                        found.stream().limit(ROWS).map(it -> row(frame, it)).toList(),
                        reach.waitingFor(viewer).count(),
                        found.size() > ROWS ? HoldDesk.PATH + "?page=" + (asked + 1) : "");
        return Html.page("points/hold/list", frame, "waiting", waiting);
    }

    private Row row(Frame frame, Hold hold) {
        return new Row(
                frame.texts().minute(hold.since()),
                frame.say(hold.did()),
                frame.say(figure(hold)),
                hold.step() == Step.APPEAL,
                lastDay(frame, hold),
                hold.id());
    }

    @GetMapping("/console/points/holds/{id}")
    ModelAndView show(Frame frame, Viewer viewer, @PathVariable String id) {
        Hold hold = found(viewer, id);
        audit.note(viewer, "points.hold.opened", hold.id().toString(), node(viewer, hold));
        return page(frame, staff(viewer), hold, Form.BLANK);
    }

    @PostMapping("/console/points/holds/{id}/decisions")
    ModelAndView decide(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        Viewer.Staff staff = staff(viewer);
        Hold hold = found(viewer, id);
        String said = note.strip().replace("\r\n", "\n");
        Optional<Reason> why = Reason.ofSlug(reason).filter(Reason.forPeople()::contains);
        int characters = said.codePointCount(0, said.length());
        if (why.isEmpty() || characters > Decisions.MOST_WORDS) {
            Form form = wrong(frame, why.isEmpty() ? "" : reason, said, characters);
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, staff, hold, form));
        }
        Step meant = step.equals(Step.APPEAL.slug()) ? Step.APPEAL : Step.FIRST;
        Deciding done =
                decisions.decide(
                        staff,
                        hold.id(),
                        meant,
                        why.get(),
                        said.isEmpty() ? null : said,
                        node(viewer, hold));
        return answered(done, hold);
    }

    private static ModelAndView answered(Deciding done, Hold hold) {
        return switch (done) {
            case DONE -> Html.seeOther(HoldDesk.PATH + "/" + hold.id());
            case ALREADY -> throw new Refusal(Problem.conflict("points.problem.hold-decided"));
            case OWN -> throw new Refusal(Problem.forbidden("points.problem.hold-own"));
            case TOO_LATE -> throw new Refusal(Problem.conflict("points.problem.hold-over"));
            case UNKNOWN -> throw unknown();
        };
    }

    private static Form wrong(Frame frame, String reason, String note, int characters) {
        return new Form(
                reason,
                note,
                reason.isEmpty() ? frame.say("points.hold.desk.reason-first") : null,
                characters > Decisions.MOST_WORDS
                        ? frame.say("points.hold.long", characters, Decisions.MOST_WORDS)
                        : null);
    }

    private ModelAndView page(Frame frame, Viewer.Staff staff, Hold hold, Form form) {
        List<Decision> decided = store.decisions(hold);
        boolean own = hold.waits() && staff.id().equals(hold.firstBy());
        Case one =
                new Case(
                        hold.face(),
                        frame.say(figure(hold)),
                        lastDay(frame, hold),
                        store.said(hold),
                        decided.isEmpty() ? null : decided.getFirst(),
                        decided.size() < 2 ? null : decided.getLast(),
                        hold.waits() && !own ? form : null,
                        own);
        return Html.page("points/hold/case", frame, "one", one);
    }

    private Words figure(Hold hold) {
        return detectors.say(hold.detector(), hold.version(), hold.figures());
    }

    /** The last day on which somebody can still decide. */
    static String lastDay(Frame frame, Hold hold) {
        return frame.texts().day(hold.until().minusSeconds(1));
    }

    /** A hold that this viewer may see; another's is answered as unknown. */
    private Hold found(Viewer viewer, String id) {
        Optional<UUID> asked = Ids.parse(id);
        Hold hold = asked.flatMap(store::find).orElseThrow(HoldsPage::unknown);
        if (reach.nodeFor(viewer, hold).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return hold;
    }

    private String node(Viewer viewer, Hold hold) {
        return reach.nodeFor(viewer, hold).orElseThrow();
    }

    private static Viewer.Staff staff(Viewer viewer) {
        if (viewer instanceof Viewer.Staff staff) {
            return staff;
        }
        throw new Refusal(Problem.forbidden("web.problem.staff-only"));
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("points.problem.no-such-hold"));
    }
}
