package org.jiaxue.points.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.identity.People;
import org.jiaxue.points.draft.Approval;
import org.jiaxue.points.draft.Doubt;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.place.OwnerPlaces;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Judgement;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.saying.Saying;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A draft as it would be in force: to look at, hand in, approve or give back. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class DraftPage {

    static final String PATH = RulesPage.PATH + "/drafts/{id}";
    private static final String TICKED = "seen-";

    private final RulePlaces places;
    private final Drafts drafts;
    private final Rules rules;
    private final People people;
    private final OwnerPlaces owners;
    private final Times times;

    DraftPage(
            RulePlaces places,
            Drafts drafts,
            Rules rules,
            People people,
            OwnerPlaces owners,
            Times times) {
        this.places = places;
        this.drafts = drafts;
        this.rules = rules;
        this.people = people;
        this.owners = owners;
        this.times = times;
    }

    /**
     * What the page shows.
     *
     * @param note what was wrong with the last try, a message key; empty for nothing
     * @param ticked the keys of the doubts that were ticked in the last try
     */
    record View(
            Draft draft,
            RulePlaces.Place place,
            RuleSet set,
            Saying.Told told,
            List<Breach> breaches,
            List<Doubt> doubts,
            List<Words> changed,
            String whom,
            String written,
            String edited,
            String decided,
            boolean own,
            String note,
            Set<String> ticked) {

        String path() {
            return RulesPage.PATH + "/drafts/" + draft.id();
        }

        /** Whether the viewer may put it in force. */
        boolean approvable() {
            return place.approves() && !own && draft.open() && draft.ready() && breaches.isEmpty();
        }

        boolean refusable() {
            return place.approves() && !own && draft.open() && draft.ready();
        }

        String setPath() {
            return "%s/sets/%d?place=%s".formatted(RulesPage.PATH, draft.version(), place.node());
        }
    }

    @GetMapping(PATH)
    ModelAndView show(Frame frame, @PathVariable String id) {
        return page(frame, places.draft(frame, id), "", Set.of());
    }

    @GetMapping(PATH + "/rules.yaml")
    ResponseEntity<String> yaml(Frame frame, @PathVariable String id) {
        Draft draft = places.draft(frame, id);
        return RulesPage.download("draft-" + draft.owner().node() + ".yaml", draft.body());
    }

    @PostMapping(PATH + "/preview")
    ModelAndView preview(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String edition) {
        Draft draft = places.draft(frame, id);
        return done(draft, drafts.preview(RulePlaces.staff(frame), draft, number(edition)));
    }

    @PostMapping(PATH + "/withdrawal")
    ModelAndView withdraw(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String edition) {
        Draft draft = places.draft(frame, id);
        return done(draft, drafts.withdraw(RulePlaces.staff(frame), draft, number(edition)));
    }

    @PostMapping(PATH + "/refusal")
    ModelAndView refuse(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String note) {
        Draft draft = decided(frame, id);
        String words = note.strip();
        if (words.isEmpty() || words.length() > Draft.MOST_NOTE) {
            String key = words.isEmpty() ? "note-missing" : "note-long";
            return again(frame, draft, HttpStatus.UNPROCESSABLE_CONTENT, key, Set.of());
        }
        return done(draft, drafts.refuse(RulePlaces.staff(frame), draft, number(edition), words));
    }

    @PostMapping(PATH + "/approval")
    ModelAndView approve(
            Frame frame, @PathVariable String id, @RequestParam Map<String, String> sent) {
        Draft draft = decided(frame, id);
        Set<String> ticked =
                sent.keySet().stream()
                        .filter(it -> it.startsWith(TICKED))
                        .map(it -> it.substring(TICKED.length()))
                        .collect(Collectors.toSet());
        Approval approval =
                drafts.approve(
                        RulePlaces.staff(frame),
                        draft,
                        number(sent.getOrDefault("edition", "")),
                        ticked);
        return switch (approval) {
            case Approval.Given _ -> done(draft, true);
            case Approval.Overtaken _ -> done(draft, false);
            case Approval.SamePerson _ ->
                    again(frame, draft, HttpStatus.FORBIDDEN, "same-person", ticked);
            case Approval.Beyond _ ->
                    again(frame, draft, HttpStatus.UNPROCESSABLE_CONTENT, "beyond", ticked);
            case Approval.Unticked _ ->
                    again(frame, draft, HttpStatus.UNPROCESSABLE_CONTENT, "unticked", ticked);
        };
    }

    /** The draft, for who may approve rules of its place. */
    private Draft decided(Frame frame, String id) {
        Draft draft = places.draft(frame, id);
        if (!places.place(frame, draft.owner()).approves()) {
            throw new Refusal(Problem.forbidden("points.problem.not-approver"));
        }
        return draft;
    }

    private static int number(String edition) {
        return edition.matches("[0-9]{1,9}") ? Integer.parseInt(edition) : 0;
    }

    private static ModelAndView done(Draft draft, boolean so) {
        if (!so) {
            throw new Refusal(Problem.conflict("points.problem.overtaken"));
        }
        return Html.seeOther(RulesPage.PATH + "/drafts/" + draft.id());
    }

    private ModelAndView again(
            Frame frame, Draft draft, HttpStatus status, String note, Set<String> ticked) {
        return Html.with(status, page(frame, draft, "points.desk.wrong." + note, ticked));
    }

    private ModelAndView page(Frame frame, Draft draft, String note, Set<String> ticked) {
        Rulebook book = rules.book();
        RuleSet set = drafts.numbered(draft);
        RulePlaces.Place place = places.place(frame, draft.owner());
        Judgement judgement =
                draft.editable() ? rules.judge(set) : new Judgement(List.of(), List.of());
        View view =
                new View(
                        draft,
                        place,
                        set,
                        Saying.told(set, places.above(book, draft.owner(), set.from())),
                        judgement.breaches(),
                        draft.editable() ? Doubt.of(judgement, set, times.today()) : List.of(),
                        changed(book, set),
                        owners.whom(frame, place.owner()),
                        draft.written().stream()
                                .map(it -> people.nameOf(it).orElse(""))
                                .collect(Collectors.joining(frame.say("points.desk.and"))),
                        frame.texts().moment(draft.editedAt()),
                        decided(frame, draft),
                        draft.writtenBy(RulePlaces.staff(frame).id()),
                        note,
                        ticked);
        return Html.page("points/desk/draft", frame, "view", view);
    }

    /** What it would change in its place on its first day, also for the levels below. */
    private static List<Words> changed(Rulebook book, RuleSet set) {
        String division = set.owner().division();
        return RulesPage.changed(
                set,
                book.inForce(division, set.owner().school(), set.from()),
                book.with(set).inForce(division, set.owner().school(), set.from()));
    }

    private String decided(Frame frame, Draft draft) {
        StaffId by = draft.decided();
        return by == null || draft.decidedAt() == null
                ? ""
                : frame.say(
                        "points.desk.decided",
                        people.nameOf(by).orElse(""),
                        frame.texts().moment(draft.decidedAt()));
    }
}
