package org.jiaxue.points.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.simulation.Asked;
import org.jiaxue.points.simulation.Simulator;
import org.jiaxue.points.simulation.Trial;
import org.jiaxue.points.simulation.Trials;
import org.jiaxue.points.simulation.Trials.Begun;
import org.jiaxue.web.Audience;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an officer brings proposed rules, or a scheme, to try them over a term. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class SimulatePage {

    static final String PATH = RulesPage.PATH + "/simulate";

    /** The running term and so many before it. */
    private static final int TERMS_BEFORE = 4;

    private final RulePlaces places;
    private final Drafts drafts;
    private final Simulator simulator;
    private final Trials trials;
    private final Times times;

    SimulatePage(
            RulePlaces places, Drafts drafts, Simulator simulator, Trials trials, Times times) {
        this.places = places;
        this.drafts = drafts;
        this.simulator = simulator;
        this.trials = trials;
        this.times = times;
    }

    /**
     * What the page shows.
     *
     * @param terms what terms there are to choose from, the last that has ended first
     * @param drafts those of the place that could be tried, as links
     * @param before what the viewer has tried of late, as links
     * @param faults everything that is wrong with the text
     * @param wrong what is wrong with all of it, in the reader's words; empty for nothing
     */
    record View(
            RulePlaces.Place place,
            Map<String, String> terms,
            String term,
            List<Link> drafts,
            List<Link> before,
            String text,
            List<DataFault> faults,
            String wrong) {}

    /** A name and where it leads. */
    record Link(String name, String href) {}

    /** What was filled in. */
    private record Filled(String term, String text, List<DataFault> faults, String wrong) {}

    @GetMapping(PATH)
    ModelAndView blank(
            Frame frame,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String draft) {
        if (draft.isEmpty()) {
            return page(frame, places.place(frame, place), new Filled("", "", List.of(), ""));
        }
        Draft one = places.draft(frame, draft);
        return page(
                frame, places.place(frame, one.owner()), new Filled("", one.body(), List.of(), ""));
    }

    @PostMapping(PATH)
    ModelAndView begin(
            Frame frame,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        RulePlaces.Place here = places.place(frame, fields.getOrDefault("place", ""));
        SentText sent = SentText.of(frame, fields, file);
        String code = fields.getOrDefault("term", "");
        Optional<Term> term = Term.ofCode(code);
        if (!sent.wrong().isEmpty() || term.isEmpty()) {
            String wrong =
                    sent.wrong().isEmpty()
                            ? frame.say("points.simulation.wrong.term")
                            : sent.wrong();
            return wrong(frame, here, new Filled(code, sent.text(), List.of(), wrong));
        }
        try {
            Optional<Asked> asked =
                    Asked.of(simulator.read("rules.yaml", sent.text()), term.get(), here.owner());
            return asked.isEmpty()
                    ? wrong(
                            frame,
                            here,
                            new Filled(
                                    code,
                                    sent.text(),
                                    List.of(),
                                    frame.say(
                                            "points.simulation.wrong.elsewhere",
                                            frame.say(here.name()))))
                    : begin(frame, here, asked.get(), new Filled(code, sent.text(), List.of(), ""));
        } catch (DataFaults faults) {
            return wrong(frame, here, new Filled(code, sent.text(), faults.faults(), ""));
        }
    }

    private ModelAndView begin(Frame frame, RulePlaces.Place here, Asked asked, Filled filled) {
        return switch (trials.begin(RulePlaces.staff(frame), here.owner(), asked)) {
            case Begun.Trying(UUID id) -> Html.seeOther(PATH + "/" + id);
            case Begun.Busy() ->
                    refused(
                            frame,
                            here,
                            filled,
                            HttpStatus.CONFLICT,
                            frame.say("points.simulation.wrong.busy"));
            case Begun.Enough(int most) ->
                    refused(
                            frame,
                            here,
                            filled,
                            HttpStatus.TOO_MANY_REQUESTS,
                            frame.say("points.simulation.wrong.enough", most));
            case Begun.Away(Problem why) ->
                    refused(frame, here, filled, HttpStatus.CONFLICT, frame.say(why));
        };
    }

    private ModelAndView refused(
            Frame frame, RulePlaces.Place here, Filled filled, HttpStatus status, String why) {
        return Html.with(
                status,
                page(frame, here, new Filled(filled.term(), filled.text(), List.of(), why)));
    }

    private ModelAndView wrong(Frame frame, RulePlaces.Place here, Filled filled) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, here, filled));
    }

    private ModelAndView page(Frame frame, RulePlaces.Place here, Filled filled) {
        Map<String, String> terms = new LinkedHashMap<>();
        Term now = Term.of(times.today());
        Term term = now.before();
        for (int i = 0; i < TERMS_BEFORE; i++) {
            terms.put(term.code(), said(frame, term));
            term = term.before();
        }
        terms.put(now.code(), frame.say("points.simulation.term.running", said(frame, now)));
        List<Link> open =
                drafts.of(here.owner()).stream()
                        .filter(Draft::editable)
                        .map(it ->
                                new Link(
                                        frame.say(drafts.numbered(it).name()),
                                        PATH + "?draft=" + it.id()))
                        .toList();
        List<Link> before =
                trials.of(RulePlaces.staff(frame).id()).stream()
                        .filter(it -> it.place().equals(here.owner()))
                        .map(it -> link(frame, it))
                        .toList();
        return Html.page(
                "points/desk/simulate",
                frame,
                "view",
                new View(
                        here,
                        terms,
                        filled.term(),
                        open,
                        before,
                        filled.text(),
                        filled.faults(),
                        filled.wrong()));
    }

    private static Link link(Frame frame, Trial trial) {
        return new Link(
                frame.say(
                        "points.simulation.tried",
                        frame.say(trial.title()),
                        said(frame, trial.term())),
                PATH + "/" + trial.id());
    }

    /** What a term is called. */
    static String said(Frame frame, Term term) {
        return frame.say(
                "points.simulation.term",
                Integer.toString(term.year()),
                frame.say("points.simulation.half." + term.half().name().toLowerCase(Locale.ROOT)));
    }
}
