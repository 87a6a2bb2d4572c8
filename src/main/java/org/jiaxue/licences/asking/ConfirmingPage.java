package org.jiaxue.licences.asking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Confirmations.Decided;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmations.Request;
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
 * The desk of whoever is asked to confirm: those who asked them, by the name they chose, and what
 * is to be confirmed; nothing else of their learning, and nobody who did not ask.
 */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ConfirmingPage {

    private final Confirmations confirmations;
    private final Asking asking;
    private final Desks desks;
    private final ConfirmationWords words;

    ConfirmingPage(
            Confirmations confirmations, Asking asking, Desks desks, ConfirmationWords words) {
        this.confirmations = confirmations;
        this.asking = asking;
        this.desks = desks;
        this.words = words;
    }

    /**
     * The desk.
     *
     * @param failed the request for which no reason was chosen; null if none
     */
    record View(
            List<Row> rows, Map<String, String> reasons, boolean more, @Nullable String failed) {}

    /** Somebody who asked. */
    record Row(String id, String name, String place, String what, String asked) {}

    @GetMapping("/console/confirmations")
    ModelAndView desk(Frame frame) {
        return page(frame, places(frame), null);
    }

    @PostMapping("/console/confirmations/{request}/decision")
    ModelAndView decide(
            Frame frame,
            @PathVariable String request,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        Map<Place, Words> places = places(frame);
        Viewer.Staff by = (Viewer.Staff) frame.viewer();
        Set<Place> at = places.keySet();
        UUID id =
                Ids.parse(request)
                        .filter(it -> confirmations.waiting(it, at).isPresent())
                        .orElseThrow(ConfirmingPage::gone);
        if (decision.equals("confirm")) {
            return answered(asking.confirm(id, at, by));
        }
        Optional<Reason> why = Reason.ofSlug(reason);
        if (why.isEmpty()) {
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, places, id.toString()));
        }
        return answered(asking.decline(id, at, by, why.get()));
    }

    private static ModelAndView answered(Decided decided) {
        return switch (decided) {
            case Decided.Done _ -> Html.seeOther("/console/confirmations");
            case Decided.NotHere _ -> throw gone();
        };
    }

    private Map<Place, Words> places(Frame frame) {
        if (!(frame.viewer() instanceof Viewer.Staff staff) || !desks.any(staff)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return desks.of(staff);
    }

    private ModelAndView page(Frame frame, Map<Place, Words> places, @Nullable String failed) {
        List<Request> waiting =
                places.isEmpty() ? List.of() : confirmations.waitingAt(places.keySet());
        Map<UUID, String> names = asking.names(waiting);
        List<Row> rows =
                waiting.stream()
                        .map(it -> row(frame, it, places, names.getOrDefault(it.id(), "")))
                        .toList();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Reason one : Reason.values()) {
            reasons.put(one.slug(), frame.say(one.key()));
        }
        View view = new View(rows, reasons, rows.size() >= Confirmations.MOST_LISTED, failed);
        return Html.page("licences/asking/desk", frame, "view", view);
    }

    private Row row(Frame frame, Request request, Map<Place, Words> places, String name) {
        Words place = places.get(request.place());
        return new Row(
                request.id().toString(),
                name.isEmpty() ? frame.say("licences.confirming.no-name") : name,
                place == null ? "" : frame.say(place),
                words.what(frame.texts(), request.names()),
                frame.say("licences.confirming.asked", frame.texts().day(request.askedAt())));
    }

    private static Refusal gone() {
        return new Refusal(Problem.notFound("licences.problem.request-gone"));
    }
}
