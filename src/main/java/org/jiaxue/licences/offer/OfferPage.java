package org.jiaxue.licences.offer;

import java.util.Map;
import org.jiaxue.identity.People;
import org.jiaxue.licences.benefit.BenefitWords;
import org.jiaxue.licences.benefit.Kept;
import org.jiaxue.licences.benefit.Offer;
import org.jiaxue.licences.benefit.OfferId;
import org.jiaxue.licences.benefit.Offers;
import org.jiaxue.licences.benefit.Promise;
import org.jiaxue.licences.benefit.Publishing;
import org.jiaxue.licences.benefit.Wording;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One offer: what parents read of it, the second officer's reading, other words, and its end. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class OfferPage {

    private final Offers offers;
    private final BenefitWords words;
    private final Access access;
    private final People people;
    private final Times times;

    OfferPage(Offers offers, BenefitWords words, Access access, People people, Times times) {
        this.offers = offers;
        this.words = words;
        this.access = access;
        this.people = people;
        this.times = times;
    }

    /**
     * The page.
     *
     * @param seen what parents read now; null before any of it was read by a second officer
     * @param waiting what waits to be read; null when nothing does
     * @param own whether it waits for somebody else, because the reader wrote it
     * @param running whether it has neither ended nor run out
     */
    record View(
            String id,
            String title,
            String about,
            String gate,
            String days,
            String state,
            String each,
            @Nullable Said seen,
            @Nullable Said waiting,
            boolean own,
            boolean running,
            int version,
            WordsForm form) {}

    /** A wording, and who wrote and read it. */
    record Said(int version, Promise promise, String by) {}

    @GetMapping("/console/benefits/{offer}")
    ModelAndView show(Frame frame, @PathVariable("offer") String id) {
        Kept kept = find(frame, id);
        return page(frame, kept, WordsForm.of(kept.newest().promise()));
    }

    @PostMapping("/console/benefits/{offer}/reading")
    ModelAndView read(
            Frame frame,
            @PathVariable("offer") String id,
            @RequestParam(defaultValue = "") String version) {
        Kept kept = find(frame, id);
        Viewer.Staff by = (Viewer.Staff) frame.viewer();
        return answered(offers.read(kept.offer().id(), number(version), by));
    }

    @PostMapping("/console/benefits/{offer}/words")
    ModelAndView mend(
            Frame frame, @PathVariable("offer") String id, @RequestParam Map<String, String> sent) {
        Kept kept = find(frame, id);
        WordsForm form = WordsForm.of(sent);
        if (!form.good()) {
            return refused(frame, kept, form);
        }
        Viewer.Staff by = (Viewer.Staff) frame.viewer();
        Publishing came =
                offers.mend(kept.offer().id(), number(form.value("version")), form.promise(), by);
        return came instanceof Publishing.Worded worded
                ? refused(frame, kept, Worded.mark(form, offers, worded))
                : answered(came);
    }

    @PostMapping("/console/benefits/{offer}/end")
    ModelAndView end(Frame frame, @PathVariable("offer") String id) {
        Kept kept = find(frame, id);
        return answered(offers.end(kept.offer().id(), (Viewer.Staff) frame.viewer()));
    }

    private static ModelAndView answered(Publishing came) {
        return switch (came) {
            case Publishing.Done done -> Html.seeOther("/console/benefits/" + done.id());
            case Publishing.OwnWords _ ->
                    throw new Refusal(Problem.conflict("licences.problem.own-words"));
            case Publishing.Changed _ ->
                    throw new Refusal(Problem.conflict("licences.problem.offer-changed"));
            case Publishing.Unknown _ -> throw unknown();
            case Publishing.Worded _, Publishing.NoSuchLevel _, Publishing.TooMany _ ->
                    throw new IllegalStateException(came.toString());
        };
    }

    private Kept find(Frame frame, String id) {
        Kept kept =
                Ids.parse(id)
                        .map(OfferId::new)
                        .flatMap(offers::find)
                        .orElseThrow(OfferPage::unknown);
        access.require(frame.viewer(), Deed.OFFER_BENEFIT, kept.offer().division());
        return kept;
    }

    private static int number(String version) {
        return version.matches("[1-9][0-9]?") ? Integer.parseInt(version) : 0;
    }

    private ModelAndView refused(Frame frame, Kept kept, WordsForm form) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, kept, form));
    }

    private ModelAndView page(Frame frame, Kept kept, WordsForm form) {
        Offer offer = kept.offer();
        Wording newest = kept.newest();
        Kept.State state = kept.on(times.today());
        boolean waits = newest.readBy() == null;
        View view =
                new View(
                        offer.id().toString(),
                        frame.say(kept.read().orElse(newest).promise().title()),
                        words.about(frame.texts(), offer),
                        words.gate(frame.texts(), offer.gate()),
                        words.days(frame.texts(), offer),
                        OffersPage.state(frame, kept, state),
                        frame.say("licences.offer.each", offer.quota(), offer.each()),
                        kept.read().map(it -> said(frame, it)).orElse(null),
                        waits ? said(frame, newest) : null,
                        waits && newest.by().equals(((Viewer.Staff) frame.viewer()).id()),
                        state != Kept.State.ENDED && state != Kept.State.OVER,
                        newest.version(),
                        form);
        return Html.page("licences/offer/offer", frame, "view", view);
    }

    private Said said(Frame frame, Wording wording) {
        StaffId reader = wording.readBy();
        String by =
                reader == null
                        ? frame.say(
                                "licences.offer.by",
                                name(frame, wording.by()),
                                frame.texts().moment(wording.at()))
                        : frame.say(
                                "licences.offer.by-both",
                                name(frame, wording.by()),
                                name(frame, reader),
                                frame.texts().moment(wording.at()));
        return new Said(wording.version(), wording.promise(), by);
    }

    private String name(Frame frame, StaffId id) {
        return people.nameOf(id).orElse(frame.say("licences.offer.nobody"));
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("licences.problem.unknown-offer"));
    }
}
