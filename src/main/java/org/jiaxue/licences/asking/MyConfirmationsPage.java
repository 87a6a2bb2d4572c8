package org.jiaxue.licences.asking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Confirmations.Askable;
import org.jiaxue.licences.Confirmations.Asked;
import org.jiaxue.licences.Confirmations.Request;
import org.jiaxue.licences.Confirmations.State;
import org.jiaxue.web.Audience;
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
 * What a guardian may ask to be confirmed, what they asked, and the page that says who sees what.
 */
@Controller
class MyConfirmationsPage {

    /** Characters of the name by which a guardian asks, at most. */
    static final int LONGEST_NAME = 20;

    private final Confirmations confirmations;
    private final Asking asking;
    private final ConfirmationWords words;
    private final People people;

    MyConfirmationsPage(
            Confirmations confirmations, Asking asking, ConfirmationWords words, People people) {
        this.confirmations = confirmations;
        this.asking = asking;
        this.words = words;
        this.people = people;
    }

    /** The page of all. */
    record View(List<Open> open, List<Row> rows) {}

    /**
     * A level that can be asked for.
     *
     * @param nobody whether there is nobody to ask
     */
    record Open(String href, String what, String who, boolean nobody) {}

    /**
     * A request.
     *
     * @param waiting whether it can be taken back
     */
    record Row(String id, String what, String standing, boolean waiting) {}

    /**
     * The page before asking.
     *
     * @param wanted what is asked for, as fields of the form
     * @param error what is to be mended in the name
     */
    record Ask(
            Map<String, String> wanted,
            String what,
            String who,
            String name,
            @Nullable String error) {}

    @GetMapping("/me/confirmations")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView mine(Frame frame, GuardianId guardian) {
        View view =
                new View(
                        confirmations.askable(guardian).stream()
                                .map(it -> open(frame, it))
                                .toList(),
                        confirmations.ofGuardian(guardian).stream()
                                .map(it -> row(frame, it))
                                .toList());
        return Html.page("licences/asking/mine", frame, "view", view);
    }

    @GetMapping("/me/confirmations/ask")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView before(Frame frame, GuardianId guardian, @RequestParam Map<String, String> asked) {
        Askable askable = askable(guardian, asked);
        String name = people.nameOf(guardian).orElse("");
        return page(frame, ask(frame, askable, name, null));
    }

    @PostMapping("/me/confirmations")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView ask(Frame frame, GuardianId guardian, @RequestParam Map<String, String> sent) {
        Askable askable = askable(guardian, sent);
        String name = sent.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            String error =
                    name.isEmpty()
                            ? frame.say("licences.ask.name.missing")
                            : frame.say("licences.ask.name.long", LONGEST_NAME);
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(frame, ask(frame, askable, name, error)));
        }
        return switch (asking.ask(guardian, askable.wanted(), name)) {
            case Asked.Waiting _ -> Html.seeOther("/me/confirmations");
            case Asked.NotNow _ -> throw notNow();
            case Asked.Nobody _ ->
                    throw new Refusal(Problem.conflict("licences.problem.nobody-to-ask"));
            case Asked.TooOften _ ->
                    throw new Refusal(
                            Problem.conflict(
                                    "licences.problem.asked-often", Confirmations.MOST_ASKED));
        };
    }

    @PostMapping("/me/confirmations/{request}/withdrawal")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView takeBack(GuardianId guardian, @PathVariable String request) {
        Optional<UUID> id =
                Ids.parse(request)
                        .filter(one ->
                                confirmations.ofGuardian(guardian).stream()
                                        .anyMatch(it -> it.id().equals(one)));
        if (id.isEmpty()) {
            throw new Refusal(Problem.notFound("licences.problem.unknown-request"));
        }
        if (!asking.takeBack(guardian, id.get())) {
            throw new Refusal(Problem.conflict("licences.problem.request-decided"));
        }
        return Html.seeOther("/me/confirmations");
    }

    private Askable askable(GuardianId guardian, Map<String, String> asked) {
        return confirmations.askable(guardian).stream()
                .filter(it ->
                        it.wanted().fields().entrySet().stream()
                                .allMatch(field ->
                                        field.getValue()
                                                .equals(asked.getOrDefault(field.getKey(), ""))))
                .findFirst()
                .orElseThrow(MyConfirmationsPage::notNow);
    }

    private Open open(Frame frame, Askable askable) {
        return new Open(
                askable.wanted().askHref(),
                words.what(frame.texts(), askable.names()),
                words.asked(frame.texts(), askable.confirmer(), askable.place()),
                askable.place() == null);
    }

    private Row row(Frame frame, Request request) {
        String who = words.asked(frame.texts(), request.place().confirmer(), request.place());
        return new Row(
                request.id().toString(),
                words.what(frame.texts(), request.names()),
                standing(frame, request, who),
                request.state() == State.WAITING);
    }

    private static String standing(Frame frame, Request request, String who) {
        String key = "licences.ask.standing." + request.state().name().toLowerCase(Locale.ROOT);
        String at =
                frame.texts()
                        .day(request.decidedAt() == null ? request.askedAt() : request.decidedAt());
        String why = Reason.words(frame.texts(), request.reason());
        return frame.say(key, who, at, why);
    }

    private Ask ask(Frame frame, Askable askable, String name, @Nullable String error) {
        if (askable.place() == null) {
            throw new Refusal(Problem.conflict("licences.problem.nobody-to-ask"));
        }
        return new Ask(
                askable.wanted().fields(),
                words.what(frame.texts(), askable.names()),
                words.asked(frame.texts(), askable.confirmer(), askable.place()),
                name,
                error);
    }

    private static ModelAndView page(Frame frame, Ask ask) {
        return Html.page("licences/asking/ask", frame, "ask", ask);
    }

    private static Refusal notNow() {
        return new Refusal(Problem.conflict("licences.problem.not-askable"));
    }
}
