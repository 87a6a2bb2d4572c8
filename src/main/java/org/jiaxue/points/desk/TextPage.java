package org.jiaxue.points.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleText;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.Audience;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A draft as a file: written in a box or uploaded, with every fault's line and field. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class TextPage {

    private static final String NEW = RulesPage.PATH + "/text";
    private static final String ONE = RulesPage.PATH + "/drafts/{id}/text";

    private final RulePlaces places;
    private final Drafts drafts;
    private final Rules rules;
    private final Times times;

    TextPage(RulePlaces places, Drafts drafts, Rules rules, Times times) {
        this.places = places;
        this.drafts = drafts;
        this.rules = rules;
        this.times = times;
    }

    /**
     * What the page shows.
     *
     * @param draft the one that is edited; null for a new one
     * @param faults everything that is wrong with the text
     * @param wrong what is wrong with all of it, in the reader's words; empty for nothing
     */
    record View(
            RulePlaces.Place place,
            @Nullable Draft draft,
            int edition,
            String text,
            List<DataFault> faults,
            String wrong) {

        String action() {
            return draft == null ? NEW : RulesPage.PATH + "/drafts/" + draft.id() + "/text";
        }

        String back() {
            return draft == null ? place.path() : RulesPage.PATH + "/drafts/" + draft.id();
        }
    }

    /** What was sent, read as a file or refused. */
    private record Sent(String text, List<DataFault> faults, String wrong) {

        boolean good() {
            return faults.isEmpty() && wrong.isEmpty();
        }
    }

    @GetMapping(NEW)
    ModelAndView blank(Frame frame, @RequestParam(defaultValue = "") String place) {
        RulePlaces.Place here = places.place(frame, place);
        String text =
                rules.book().of(here.owner()).stream()
                        .findFirst()
                        .map(RuleText::write)
                        .orElseGet(() -> beginning(here));
        return page(frame, new View(here, null, 0, text, List.of(), ""));
    }

    private String beginning(RulePlaces.Place here) {
        String school =
                here.owner().school() == null ? "" : "school: " + here.owner().school() + "\n";
        return """
        division: "%s"
        %sfrom: %s
        name:
          zh: %s积分规则
          en: Points rules of %s
        """
                .formatted(
                        here.owner().division(),
                        school,
                        Term.of(times.today()).after().first(),
                        here.name().zh(),
                        here.name().en());
    }

    @PostMapping(NEW)
    ModelAndView begin(
            Frame frame,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        RulePlaces.Place here = places.place(frame, fields.getOrDefault("place", ""));
        Sent sent = read(frame, here, fields, file);
        if (!sent.good()) {
            return refused(
                    frame,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new View(here, null, 0, sent.text(), sent.faults(), sent.wrong()));
        }
        return Html.seeOther(
                "%s/drafts/%s"
                        .formatted(
                                RulesPage.PATH,
                                drafts.begin(RulePlaces.staff(frame), sent.text())));
    }

    @GetMapping(ONE)
    ModelAndView edit(Frame frame, @PathVariable String id) {
        Draft draft = editable(frame, id);
        RulePlaces.Place here = places.place(frame, draft.owner());
        return page(frame, new View(here, draft, draft.edition(), draft.body(), List.of(), ""));
    }

    @PostMapping(ONE)
    ModelAndView save(
            Frame frame,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Draft draft = editable(frame, id);
        RulePlaces.Place here = places.place(frame, draft.owner());
        Sent sent = read(frame, here, fields, file);
        int edition = FormPage.edition(fields);
        if (!sent.good()) {
            return refused(
                    frame,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new View(here, draft, edition, sent.text(), sent.faults(), sent.wrong()));
        }
        if (!drafts.edit(RulePlaces.staff(frame), draft, edition, sent.text())) {
            String wrong = frame.say("points.desk.overtaken");
            return refused(
                    frame,
                    HttpStatus.CONFLICT,
                    new View(here, draft, edition, sent.text(), List.of(), wrong));
        }
        return Html.seeOther(RulesPage.PATH + "/drafts/" + id);
    }

    private Draft editable(Frame frame, String id) {
        Draft draft = places.draft(frame, id);
        if (!draft.editable()) {
            throw new Refusal(Problem.conflict("points.problem.overtaken"));
        }
        return draft;
    }

    private static Sent read(
            Frame frame,
            RulePlaces.Place here,
            Map<String, String> fields,
            @Nullable MultipartFile file)
            throws IOException {
        SentText sent = SentText.of(frame, fields, file);
        if (!sent.wrong().isEmpty()) {
            return new Sent("", List.of(), sent.wrong());
        }
        String text = sent.text();
        try {
            RuleSet set = RuleFile.read("rules.yaml", text);
            return new Sent(
                    text,
                    List.of(),
                    set.owner().equals(here.owner())
                            ? ""
                            : frame.say(
                                    "points.desk.elsewhere",
                                    set.owner().key(),
                                    frame.say(here.name()),
                                    here.owner().key()));
        } catch (DataFaults faults) {
            return new Sent(text, faults.faults(), "");
        }
    }

    private static ModelAndView refused(Frame frame, HttpStatus status, View view) {
        return Html.with(status, page(frame, view));
    }

    private static ModelAndView page(Frame frame, View view) {
        return Html.page("points/desk/text", frame, "view", view);
    }
}
