package org.jiaxue.points.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaxue.points.Speech;
import org.jiaxue.points.simulation.CsvText;
import org.jiaxue.points.simulation.Figure;
import org.jiaxue.points.simulation.Outcome;
import org.jiaxue.points.simulation.Table;
import org.jiaxue.points.simulation.Tables;
import org.jiaxue.points.simulation.Trial;
import org.jiaxue.points.simulation.Trials;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A trial on its way, and what came of it; only for who began it. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class TrialPage {

    private static final String ONE = SimulatePage.PATH + "/{id}";

    /** RFC 4180 and RFC 7111. */
    private static final MediaType CSV =
            MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private static final String CHANGED = "points.simulation.only-changed";

    private final RulePlaces places;
    private final Trials trials;
    private final Tables tables;

    TrialPage(RulePlaces places, Trials trials, Tables tables) {
        this.places = places;
        this.trials = trials;
        this.tables = tables;
    }

    /**
     * What the page shows.
     *
     * @param parts empty until it is done, and where fewer than ten guardians learned
     * @param said what is said of it besides
     */
    record View(
            Trial trial,
            RulePlaces.Place place,
            String title,
            String term,
            List<String> said,
            List<Part> parts) {

        String path() {
            return SimulatePage.PATH + "/" + trial.id();
        }

        String again() {
            return SimulatePage.PATH + "?place=" + place.node();
        }
    }

    /**
     * A table and its pictures.
     *
     * @param only what is said where the table has only some rows; else empty
     */
    record Part(Table table, List<PairBars> pictures, String only) {}

    @GetMapping(ONE)
    ModelAndView show(Frame frame, @PathVariable String id) {
        Trial trial = trial(frame, id);
        Trial.Came came = trial.came();
        Speech speech = speech(frame);
        return Html.page(
                "points/desk/trial",
                frame,
                "view",
                new View(
                        trial,
                        places.place(frame, trial.place()),
                        frame.say(trial.title()),
                        SimulatePage.said(frame, trial.term()),
                        came == null ? List.of() : Tables.said(came, speech),
                        came == null ? List.of() : parts(came.outcome(), speech)));
    }

    private List<Part> parts(Outcome outcome, Speech speech) {
        if (outcome.all().guardians() instanceof Figure.Few) {
            return List.of();
        }
        List<List<PairBars>> pictures =
                List.of(
                        PairBars.levels(outcome, speech),
                        PairBars.points(outcome, speech),
                        PairBars.lines(outcome.counties(), tables, speech),
                        PairBars.lines(outcome.stages(), tables, speech));
        List<Table> all = tables.of(outcome, speech);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            parts.add(new Part(all.get(i), pictures.get(i), ""));
        }
        for (Table reach : all.subList(pictures.size(), all.size())) {
            parts.add(new Part(reach.changed(), List.of(), speech.say(CHANGED)));
        }
        return parts;
    }

    @GetMapping(ONE + "/figures.csv")
    ResponseEntity<byte[]> csv(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String table) {
        Trial trial = trial(frame, id);
        Trial.Came came = trial.came();
        int which = Table.NAMES.indexOf(table);
        if (came == null || which < 0) {
            throw new Refusal(Problem.notFound("points.problem.no-such-trial"));
        }
        String text =
                CsvText.of(
                        tables.of(came.outcome(), speech(frame)).get(which),
                        frame.say("points.simulation.few"));
        String name = "jiaxue-simulation-%s-%s.csv".formatted(table, trial.term().code());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(ONE + "/cancellation")
    ModelAndView cancel(Frame frame, @PathVariable String id) {
        Trial trial = trial(frame, id);
        trials.cancel(trial.id(), trial.by());
        return Html.seeOther(SimulatePage.PATH + "/" + trial.id());
    }

    /** The trial, for who began it and still may draft where they did. */
    private Trial trial(Frame frame, String id) {
        places.own(frame);
        UUID parsed = Ids.parse(id).orElseGet(Ids::next);
        return trials.find(parsed, RulePlaces.staff(frame).id())
                .filter(it -> places.drafts(frame, it.place()))
                .orElseThrow(() -> new Refusal(Problem.notFound("points.problem.no-such-trial")));
    }

    private static Speech speech(Frame frame) {
        return new Speech() {
            @Override
            public String say(String key, Object... args) {
                return frame.say(key, args);
            }

            @Override
            public String say(Words words) {
                return frame.say(words);
            }

            @Override
            public String number(long number) {
                return frame.texts().number(number);
            }
        };
    }
}
