package org.jiaxue.points.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.rules.Caps;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.saying.Saying;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
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

/** A draft as a form, for who has never seen a file. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class FormPage {

    private static final String NEW = RulesPage.PATH + "/form";
    private static final String BEGUN = RulesPage.PATH + "/drafts";
    private static final String ONE = RulesPage.PATH + "/drafts/{id}/form";
    private static final int SPARE = 2;

    private final RulePlaces places;
    private final Drafts drafts;
    private final Rules rules;
    private final FormReader reader;
    private final Times times;

    FormPage(RulePlaces places, Drafts drafts, Rules rules, FormReader reader, Times times) {
        this.places = places;
        this.drafts = drafts;
        this.rules = rules;
        this.reader = reader;
        this.times = times;
    }

    /**
     * A rule from above that may be changed.
     *
     * @param bounds what may be changed of it
     */
    record Inherited(String field, Rule rule, Words sentence, List<Words> bounds, boolean open) {}

    /**
     * A place for a rule of its own.
     *
     * @param kind what is learned; null while nothing is chosen
     * @param points what it brings, as typed
     */
    record Own(String field, @Nullable EventKind kind, String points, boolean open) {}

    /**
     * What the page shows.
     *
     * @param draft the one that is edited; null for a new one
     * @param above the names of the sets that the rules come from
     * @param caps the total caps in force
     * @param totals what is left open of them
     * @param additions what is left open of rules to add
     * @param conditions what can be chosen as a condition
     * @param said what is said from above where nothing is filled in, by the sentence's field
     */
    record View(
            RulePlaces.Place place,
            @Nullable Draft draft,
            int edition,
            RuleForm form,
            List<Words> above,
            List<Inherited> inherited,
            List<Own> own,
            Caps caps,
            List<Words> totals,
            List<Words> additions,
            Map<String, Map<String, String>> conditions,
            Map<String, Words> said) {

        String action() {
            return draft == null ? BEGUN : RulesPage.PATH + "/drafts/" + draft.id() + "/form";
        }

        String back() {
            return draft == null ? place.path() : RulesPage.PATH + "/drafts/" + draft.id();
        }

        /** The condition that is written out at a rule, in plain words; null for none. */
        @Nullable Words written(String field) {
            return ConditionForm.written(form, field);
        }

        /** How many rows there are for sources. */
        int sources() {
            return SaidForm.rows(form);
        }

        /** Whether there are levels below that could change anything. */
        boolean leaves() {
            return place.owner().school() == null;
        }
    }

    @GetMapping(NEW)
    ModelAndView blank(Frame frame, @RequestParam(defaultValue = "") String place) {
        RulePlaces.Place here = places.place(frame, place);
        RuleSet base = base(here);
        requireShort(base);
        LocalDate from = Term.of(times.today()).after().first();
        RuleForm form = RuleForm.of(base, from, above(here, from));
        form.values().remove("until");
        return page(frame, here, null, 0, form);
    }

    @PostMapping(BEGUN)
    ModelAndView begin(Frame frame, @RequestParam Map<String, String> sent) {
        RulePlaces.Place here = places.place(frame, sent.getOrDefault("place", ""));
        RuleForm form = RuleForm.sent(sent);
        Optional<String> text = read(frame, here, form, base(here));
        return text.isEmpty()
                ? Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, here, null, 0, form))
                : Html.seeOther(BEGUN + "/" + drafts.begin(RulePlaces.staff(frame), text.get()));
    }

    @GetMapping(ONE)
    ModelAndView edit(Frame frame, @PathVariable String id) {
        Draft draft = editable(frame, id);
        RulePlaces.Place here = places.place(frame, draft.owner());
        RuleSet set = draft.set();
        requireShort(set);
        RuleForm form = RuleForm.of(set, set.from(), above(here, set.from()));
        return page(frame, here, draft, draft.edition(), form);
    }

    @PostMapping(ONE)
    ModelAndView save(
            Frame frame, @PathVariable String id, @RequestParam Map<String, String> sent) {
        Draft draft = editable(frame, id);
        RulePlaces.Place here = places.place(frame, draft.owner());
        RuleForm form = RuleForm.sent(sent);
        int edition = edition(sent);
        Optional<String> text = read(frame, here, form, draft.set());
        if (text.isEmpty()) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT, page(frame, here, draft, edition, form));
        }
        if (!drafts.edit(RulePlaces.staff(frame), draft, edition, text.get())) {
            form.wrong(RuleForm.WHOLE, frame.say("points.desk.overtaken"));
            return Html.with(HttpStatus.CONFLICT, page(frame, here, draft, edition, form));
        }
        return Html.seeOther(BEGUN + "/" + id);
    }

    private Draft editable(Frame frame, String id) {
        Draft draft = places.draft(frame, id);
        if (!draft.editable()) {
            throw new Refusal(Problem.conflict("points.problem.overtaken"));
        }
        return draft;
    }

    static int edition(Map<String, String> sent) {
        String edition = sent.getOrDefault("edition", "");
        return edition.matches("[0-9]{1,9}") ? Integer.parseInt(edition) : 0;
    }

    /** The newest set of the place, from which the next one is written; null for none. */
    private @Nullable RuleSet base(RulePlaces.Place here) {
        return rules.book().of(here.owner()).stream().findFirst().orElse(null);
    }

    private static void requireShort(@Nullable RuleSet set) {
        if (set != null && set.rules().size() > RuleForm.MOST_RULES) {
            throw new Refusal(
                    Problem.unprocessable("points.problem.form-too-small", RuleForm.MOST_RULES));
        }
    }

    private Effective above(RulePlaces.Place here, LocalDate day) {
        return places.above(rules.book(), here.owner(), day);
    }

    private Optional<String> read(
            Frame frame, RulePlaces.Place here, RuleForm form, @Nullable RuleSet base) {
        Effective above = above(here, form.from(times.today()));
        return reader.read(frame, form, here.owner(), base, above);
    }

    private ModelAndView page(
            Frame frame, RulePlaces.Place here, @Nullable Draft draft, int edition, RuleForm form) {
        Effective above = above(here, form.from(times.today()));
        View view =
                new View(
                        here,
                        draft,
                        edition,
                        form,
                        above.chain().stream().map(RuleSet::name).toList(),
                        inherited(form, above),
                        own(form),
                        above.caps(),
                        open(above, LeewayForm::ofTotals),
                        open(above, LeewayForm::ofAdditions),
                        ConditionForm.options(frame),
                        said(above));
        return Html.page("points/desk/form", frame, "view", view);
    }

    private static Map<String, Words> said(Effective above) {
        Map<String, Words> said = new LinkedHashMap<>();
        for (String name : Effective.sayings()) {
            said.put(SaidForm.field(name, false), above.saying(name, false));
            said.put(SaidForm.field(name, true), above.saying(name, true));
        }
        return said;
    }

    /** What the nearest set above leaves open, as far as is asked. */
    private static List<Words> open(Effective above, UnaryOperator<RuleSet> part) {
        return above.chain().stream()
                .reduce((_, lower) -> lower)
                .map(it -> Saying.told(part.apply(it), Effective.NONE).leeway())
                .orElse(List.of());
    }

    private static List<Inherited> inherited(RuleForm form, Effective above) {
        List<Inherited> inherited = new ArrayList<>();
        for (int i = 0; i < RuleForm.MOST_CHANGES; i++) {
            String field = "changes." + i;
            String name = form.value(field + ".rule");
            above.rules().stream()
                    .filter(rule -> rule.name().equals(name))
                    .findFirst()
                    .ifPresent(rule ->
                            inherited.add(
                                    new Inherited(
                                            field,
                                            rule,
                                            Saying.rule(rule),
                                            Saying.leeway(rule),
                                            form.touched(field))));
        }
        return inherited;
    }

    private static List<Own> own(RuleForm form) {
        List<Own> own = new ArrayList<>();
        int filled = form.rules();
        for (int i = 0; i < Math.min(filled + SPARE, RuleForm.MOST_RULES); i++) {
            String field = "rules." + i;
            EventKind kind = EventKind.ofSlug(form.value(field + ".kind")).orElse(null);
            boolean open = kind == null ? form.touched(field) : form.faulty(field);
            own.add(new Own(field, kind, form.value(field + ".points"), open));
        }
        return own;
    }
}
