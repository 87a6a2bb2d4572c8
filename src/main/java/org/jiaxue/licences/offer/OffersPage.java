package org.jiaxue.licences.offer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.licences.Ladders;
import org.jiaxue.licences.Ladders.Ladder;
import org.jiaxue.licences.benefit.BenefitKind;
import org.jiaxue.licences.benefit.BenefitWords;
import org.jiaxue.licences.benefit.Kept;
import org.jiaxue.licences.benefit.Offers;
import org.jiaxue.licences.benefit.Publishing;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officers' desk: the offers of their divisions, and the form for another. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class OffersPage {

    private final Offers offers;
    private final Owners owners;
    private final Ladders ladders;
    private final BenefitWords words;
    private final Times times;

    OffersPage(Offers offers, Owners owners, Ladders ladders, BenefitWords words, Times times) {
        this.offers = offers;
        this.owners = owners;
        this.ladders = ladders;
        this.words = words;
        this.times = times;
    }

    /**
     * The desk.
     *
     * @param waiting rows of which words wait for a second officer
     * @param kinds the closed list, by slug
     * @param levels and {@code layers}: choices by scheme
     */
    record View(
            List<Row> waiting,
            List<Row> others,
            OfferForm form,
            Map<String, Map<String, String>> divisions,
            Map<String, String> kinds,
            Map<String, Map<String, String>> levels,
            Map<String, Map<String, String>> layers) {}

    /** An offer as a row. */
    record Row(String href, String title, String about, String gate, String days, String state) {}

    @GetMapping("/console/benefits")
    ModelAndView desk(Frame frame) {
        List<String> nodes = owners.nodes(frame.viewer());
        return page(frame, nodes, OfferForm.blank(nodes.getFirst(), times.today()));
    }

    @PostMapping("/console/benefits")
    ModelAndView make(Frame frame, @RequestParam Map<String, String> sent) {
        List<String> nodes = owners.nodes(frame.viewer());
        OfferForm form = OfferForm.of(sent, times.today());
        if (!owners.owns(frame.viewer(), form.value("division"))) {
            form = form.with("division", "licences.offer.form.not-yours");
        }
        if (!form.good()) {
            return refused(frame, nodes, form);
        }
        Viewer.Staff by = (Viewer.Staff) frame.viewer();
        return switch (offers.make(form.offer(), form.words().promise(), by)) {
            case Publishing.Done done -> Html.seeOther("/console/benefits/" + done.id());
            case Publishing.Worded worded ->
                    refused(frame, nodes, new OfferForm(Worded.mark(form.words(), offers, worded)));
            case Publishing.NoSuchLevel _ ->
                    refused(frame, nodes, form.with("level", "licences.offer.form.level"));
            case Publishing.TooMany _ ->
                    refused(
                            frame,
                            nodes,
                            form.with(
                                    "division",
                                    "licences.offer.form.too-many",
                                    Offers.MOST_RUNNING));
            case Publishing.Unknown _, Publishing.Changed _, Publishing.OwnWords _ ->
                    throw new IllegalStateException("An offer that is made cannot have changed");
        };
    }

    private ModelAndView refused(Frame frame, List<String> nodes, OfferForm form) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, nodes, form));
    }

    private ModelAndView page(Frame frame, List<String> nodes, OfferForm form) {
        Texts texts = frame.texts();
        List<Kept> all =
                nodes.stream()
                        .flatMap(it -> offers.under(it).stream())
                        .sorted(
                                Comparator.comparing((Kept it) -> it.offer().division())
                                        .thenComparing(it -> it.offer().until()))
                        .toList();
        List<Ladder> schemes =
                nodes.stream().flatMap(it -> ladders.at(it).stream()).distinct().toList();
        View view =
                new View(
                        rows(frame, all.stream().filter(this::waits)),
                        rows(frame, all.stream().filter(it -> !waits(it))),
                        form,
                        owners.choices(texts, nodes),
                        kinds(texts),
                        levels(texts, schemes),
                        layers(texts, schemes));
        return Html.page("licences/offer/offers", frame, "view", view);
    }

    private boolean waits(Kept kept) {
        Kept.State state = kept.on(times.today());
        return state != Kept.State.ENDED
                && state != Kept.State.OVER
                && kept.newest().readBy() == null;
    }

    private List<Row> rows(Frame frame, Stream<Kept> offers) {
        return offers.map(it -> row(frame, it)).toList();
    }

    private Row row(Frame frame, Kept kept) {
        return new Row(
                "/console/benefits/" + kept.offer().id(),
                frame.say(kept.newest().promise().title()),
                words.about(frame.texts(), kept.offer()),
                words.gate(frame.texts(), kept.offer().gate()),
                words.days(frame.texts(), kept.offer()),
                state(frame, kept, kept.on(times.today())));
    }

    /** Where an offer stands, with how many are left. */
    static String state(Frame frame, Kept kept, Kept.State state) {
        return frame.say(
                "licences.offer.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kept.left(),
                kept.offer().quota());
    }

    private static Map<String, String> kinds(Texts texts) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (BenefitKind kind : BenefitKind.values()) {
            kinds.put(kind.slug(), texts.say(kind.key() + ".choice"));
        }
        return kinds;
    }

    private static Map<String, Map<String, String>> levels(Texts texts, List<Ladder> schemes) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (Ladder scheme : schemes) {
            Map<String, String> levels = new LinkedHashMap<>();
            for (int level = 1; level <= scheme.levels().size(); level++) {
                levels.put(
                        scheme.scheme() + "/" + level,
                        texts.say(
                                "licences.offer.form.level.one",
                                texts.say(scheme.levels().get(level - 1))));
            }
            groups.put(texts.say(scheme.name()), levels);
        }
        return groups;
    }

    private static Map<String, Map<String, String>> layers(Texts texts, List<Ladder> schemes) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (Ladder scheme : schemes) {
            Map<String, String> layers = new LinkedHashMap<>();
            scheme.layers()
                    .forEach(it ->
                            layers.put(scheme.scheme() + "/" + it.name(), texts.say(it.title())));
            groups.put(texts.say(scheme.name()), layers);
        }
        return groups;
    }
}
