package org.jiaxue.points.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.People;
import org.jiaxue.points.RuleDesk;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleText;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.saying.Below;
import org.jiaxue.points.saying.Differences;
import org.jiaxue.points.saying.Saying;
import org.jiaxue.regions.Division;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules of a place: in force, coming, superseded and drafted, and what comes from above. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class RulesPage {

    static final String PATH = RuleDesk.PATH;
    static final MediaType YAML = new MediaType("application", "yaml");

    private final RulePlaces places;
    private final Drafts drafts;
    private final Rules rules;
    private final People people;
    private final Times times;

    RulesPage(RulePlaces places, Drafts drafts, Rules rules, People people, Times times) {
        this.places = places;
        this.drafts = drafts;
        this.rules = rules;
        this.people = people;
        this.times = times;
    }

    /** An enacted set as a row; standing is in-force, coming, superseded or ended. */
    record SetRow(RuleSet set, String standing, String days, String href) {}

    /** A draft as a row. */
    record DraftRow(String name, String place, String standing, String who, String href) {}

    /** A set from above, with what it leaves open. */
    record Above(SetRow row, List<Words> leeway) {}

    /**
     * What the page shows.
     *
     * @param own the other places where the viewer was granted to draft
     * @param below code to name of the divisions right below
     * @param today what is paid here today, in sentences
     * @param ledger whether the viewer may see how the ledger's checks came out
     */
    record View(
            RulePlaces.Place place,
            List<RulePlaces.Place> own,
            Map<String, String> below,
            List<SetRow> sets,
            List<DraftRow> drafts,
            List<DraftRow> waiting,
            List<Above> above,
            List<Words> today,
            boolean ledger) {}

    /** One set, in both languages. */
    record SetView(
            RuleSet set,
            Words place,
            SetRow row,
            Saying.Told told,
            @Nullable List<Words> changed,
            String yaml,
            String recalculation,
            String back) {}

    @GetMapping(PATH)
    ModelAndView list(Frame frame, @RequestParam(defaultValue = "") String place) {
        RulePlaces.Place here = places.place(frame, place);
        Rulebook book = rules.book();
        LocalDate today = times.today();
        Map<String, String> below = new LinkedHashMap<>();
        for (Division division : places.below(here.owner())) {
            below.put(division.code(), frame.say(division.name()));
        }
        View view =
                new View(
                        here,
                        own(frame, here),
                        below,
                        book.of(here.owner()).stream().map(it -> row(frame, it)).toList(),
                        drafts.of(here.owner()).stream().map(it -> row(frame, it)).toList(),
                        drafts.waitingBelow(here.owner()).stream()
                                .map(it -> row(frame, it))
                                .toList(),
                        book.above(here.owner(), today).stream()
                                .map(it -> new Above(row(frame, it), leeway(it)))
                                .toList(),
                        sentences(
                                book.inForce(
                                        here.owner().division(), here.owner().school(), today)),
                        places.checksLedger(frame));
        return Html.page("points/desk/list", frame, "view", view);
    }

    private static List<Words> leeway(RuleSet set) {
        return Saying.told(set, Effective.NONE).leeway();
    }

    static List<Words> sentences(Effective effective) {
        return effective.rules().stream().map(Saying::rule).toList();
    }

    private List<RulePlaces.Place> own(Frame frame, RulePlaces.Place here) {
        List<RulePlaces.Place> own = new ArrayList<>();
        for (String node : places.own(frame)) {
            if (!node.equals(here.node())) {
                own.add(places.place(frame, node));
            }
        }
        return own;
    }

    private DraftRow row(Frame frame, Draft draft) {
        return new DraftRow(
                frame.say(draft.set().name()),
                frame.say(places.name(draft.owner())),
                draft.standing(),
                people.nameOf(draft.editedBy()).orElse(""),
                PATH + "/drafts/" + draft.id());
    }

    private SetRow row(Frame frame, RuleSet set) {
        LocalDate until = set.until();
        String days =
                until == null
                        ? frame.say("points.desk.from", day(frame, set.from()))
                        : frame.say("points.desk.span", day(frame, set.from()), day(frame, until));
        String href = "%s/sets/%d?place=%s".formatted(PATH, set.version(), set.owner().node());
        return new SetRow(set, standing(set), days, href);
    }

    static String day(Frame frame, LocalDate day) {
        return frame.texts().day(day);
    }

    private String standing(RuleSet set) {
        LocalDate today = times.today();
        if (set.from().isAfter(today)) {
            return "coming";
        }
        boolean inForce =
                rules.inForce(set.owner().division(), set.owner().school(), today)
                        .chain()
                        .contains(set);
        if (inForce) {
            return "in-force";
        }
        return set.until() != null && set.until().isBefore(today) ? "ended" : "superseded";
    }

    @GetMapping(PATH + "/sets/{version}")
    ModelAndView one(
            Frame frame,
            @PathVariable String version,
            @RequestParam(defaultValue = "") String place) {
        RuleSet set = find(frame, version, place);
        Rulebook book = rules.book();
        Effective above = places.above(book, set.owner(), set.from());
        SetRow row = row(frame, set);
        SetView view =
                new SetView(
                        set,
                        places.name(set.owner()),
                        row,
                        Saying.told(set, above),
                        before(book, set),
                        row.href().replace("?", "/rules.yaml?"),
                        recalculation(frame, set),
                        places.drafts(frame, set.owner())
                                ? places.place(frame, set.owner()).path()
                                : PATH);
        return Html.page("points/desk/set", frame, "view", view);
    }

    /** Where what was learned since its first day is gone through again; empty for who may not. */
    private String recalculation(Frame frame, RuleSet set) {
        if (set.from().isAfter(times.today()) || !places.place(frame, set.owner()).approves()) {
            return "";
        }
        return "/console/points/recalculate?place=%s&set=%s@%d"
                .formatted(set.owner().node(), set.owner().key(), set.version());
    }

    /** What it changed against the version before; null for the first one. */
    private static @Nullable List<Words> before(Rulebook book, RuleSet set) {
        Optional<RuleSet> earlier =
                book.of(set.owner()).stream()
                        .filter(it -> it.version() < set.version())
                        .findFirst();
        if (earlier.isEmpty()) {
            return null;
        }
        String division = set.owner().division();
        Rulebook without =
                new Rulebook(
                        book.sets().stream()
                                .filter(it ->
                                        !it.owner().equals(set.owner())
                                                || it.version() < set.version())
                                .toList());
        return changed(
                set,
                without.inForce(division, set.owner().school(), set.from()),
                without.with(set).inForce(division, set.owner().school(), set.from()));
    }

    /** What a set changes for guardians, and what for the levels below where there are any. */
    static List<Words> changed(RuleSet set, Effective before, Effective after) {
        List<Words> changed = new ArrayList<>(Differences.between(before, after));
        if (set.owner().school() == null) {
            changed.addAll(Below.between(before, after));
        }
        return List.copyOf(changed);
    }

    @GetMapping(PATH + "/sets/{version}/rules.yaml")
    ResponseEntity<String> yaml(
            Frame frame,
            @PathVariable String version,
            @RequestParam(defaultValue = "") String place) {
        RuleSet set = find(frame, version, place);
        String name = "rules-%s-%d.yaml".formatted(set.owner().node(), set.version());
        return download(name, RuleText.write(set));
    }

    static ResponseEntity<String> download(String name, String text) {
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }

    private RuleSet find(Frame frame, String version, String place) {
        RulePlaces.Place there = places.anywhere(frame, place);
        int number = version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        return rules.named(new Rule.Ref(there.owner(), number))
                .orElseThrow(() -> new Refusal(Problem.notFound("points.problem.no-such-set")));
    }
}
