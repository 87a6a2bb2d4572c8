package org.jiaxue.licences.benefit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.look.QrPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a guardian's licences give access to, what they took of it, and one of those. */
@Controller
class MyBenefitsPage {

    private final Takings takings;
    private final BenefitWords words;
    private final Times times;

    MyBenefitsPage(Takings takings, BenefitWords words, Times times) {
        this.takings = takings;
        this.words = words;
        this.times = times;
    }

    /** The page of all. */
    record View(List<Card> open, List<Row> mine, List<Ahead> next) {}

    /**
     * An offer that can be taken.
     *
     * @param off why it cannot at this moment; null if it can
     */
    record Card(
            String id,
            String title,
            String about,
            String what,
            String place,
            String days,
            String left,
            @Nullable String off) {}

    /** Something that was taken, as a row. */
    record Row(String href, String title, String note) {}

    /** What the next level would open. */
    record Ahead(String title, String about, String gate) {}

    /**
     * One thing that was taken.
     *
     * @param groups its code, empty where it has none or is good no more
     * @param standing what has become of it, in a sentence
     * @param good whether it can be used, and given back
     */
    record One(
            String id,
            String title,
            String about,
            String what,
            String place,
            String until,
            String standing,
            boolean good,
            List<String> groups,
            @Nullable QrPath qr) {}

    @GetMapping("/me/benefits")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView mine(Frame frame, GuardianId guardian) {
        Takings.Open open = takings.openTo(guardian);
        View view =
                new View(
                        open.mine().stream().map(it -> card(frame, guardian, it)).toList(),
                        takings.of(guardian).stream().map(it -> row(frame, it)).toList(),
                        open.next().stream().map(it -> ahead(frame, it)).toList());
        return Html.page("licences/benefit/mine", frame, "view", view);
    }

    @PostMapping("/me/benefits")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView take(GuardianId guardian, @RequestParam(defaultValue = "") String offer) {
        OfferId id =
                Ids.parse(offer)
                        .map(OfferId::new)
                        .orElseThrow(() ->
                                new Refusal(
                                        Problem.unprocessable("licences.problem.benefit-closed")));
        return switch (takings.take(guardian, id)) {
            case Got.Taken(TakingId taken) -> Html.seeOther("/me/benefits/" + taken);
            case Got.NotOpen() ->
                    throw new Refusal(Problem.unprocessable("licences.problem.benefit-closed"));
            case Got.NoAccess() ->
                    throw new Refusal(Problem.unprocessable("licences.problem.benefit-no-access"));
            case Got.NoneLeft() ->
                    throw new Refusal(Problem.conflict("licences.problem.benefit-none-left"));
            case Got.HasAll all ->
                    throw new Refusal(
                            Problem.conflict("licences.problem.benefit-has-all", all.each()));
        };
    }

    @GetMapping("/me/benefits/{taking}")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView one(Frame frame, GuardianId guardian, @PathVariable String taking) {
        Takings.Mine mine =
                Ids.parse(taking)
                        .map(TakingId::new)
                        .flatMap(it -> takings.find(guardian, it))
                        .orElseThrow(MyBenefitsPage::unknown);
        return Html.page("licences/benefit/one", frame, "one", one(frame, guardian, mine));
    }

    @PostMapping("/me/benefits/{taking}/return")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView giveBack(GuardianId guardian, @PathVariable String taking) {
        TakingId id = Ids.parse(taking).map(TakingId::new).orElseThrow(MyBenefitsPage::unknown);
        if (takings.find(guardian, id).isEmpty()) {
            throw unknown();
        }
        if (!takings.giveBack(guardian, id)) {
            throw new Refusal(Problem.conflict("licences.problem.benefit-not-returned"));
        }
        return Html.seeOther("/me/benefits");
    }

    private Card card(Frame frame, GuardianId guardian, Kept kept) {
        Offer offer = kept.offer();
        Promise promise = kept.read().orElseThrow().promise();
        int has = takings.count(guardian, offer.id());
        String off = null;
        if (has >= offer.each()) {
            off = frame.say("licences.benefit.off.has", has);
        } else if (kept.left() == 0) {
            off = frame.say("licences.benefit.off.none-left");
        }
        return new Card(
                offer.id().toString(),
                frame.say(promise.title()),
                words.about(frame.texts(), offer),
                frame.say(promise.what()),
                frame.say(promise.place()),
                words.days(frame.texts(), offer),
                frame.say("licences.benefit.left", kept.left(), offer.each()),
                off);
    }

    private Row row(Frame frame, Takings.Mine mine) {
        return new Row(
                "/me/benefits/" + mine.taking().id(),
                frame.say(mine.promise().title()),
                standing(frame, mine.taking()));
    }

    private Ahead ahead(Frame frame, Kept kept) {
        return new Ahead(
                frame.say(kept.read().orElseThrow().promise().title()),
                words.about(frame.texts(), kept.offer()),
                frame.say(
                        "licences.benefit.next.gate",
                        words.gate(frame.texts(), kept.offer().gate())));
    }

    private One one(Frame frame, GuardianId guardian, Takings.Mine mine) {
        Taking taking = mine.taking();
        boolean good = taking.on(times.today()) == Taking.State.GOOD;
        List<String> groups = good ? takings.groups(guardian, taking.id()) : List.of();
        return new One(
                taking.id().toString(),
                frame.say(mine.promise().title()),
                words.about(frame.texts(), mine.offer().offer()),
                frame.say(mine.promise().what()),
                frame.say(mine.promise().place()),
                frame.texts().day(taking.until()),
                standing(frame, taking),
                good,
                groups,
                groups.isEmpty() ? null : QrPath.of(String.join("", groups)));
    }

    private String standing(Frame frame, Taking taking) {
        Taking.State state = taking.on(times.today());
        String key = "licences.benefit.standing." + state.name().toLowerCase(Locale.ROOT);
        return switch (state) {
            case GOOD, PAST -> frame.say(key, frame.texts().day(taking.until()));
            case USED -> frame.say(key, moment(frame, taking.usedAt()));
            case RETURNED -> frame.say(key, moment(frame, taking.returnedAt()));
        };
    }

    private static String moment(Frame frame, @Nullable Instant at) {
        return at == null ? "" : frame.texts().moment(at);
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("licences.problem.unknown-benefit"));
    }
}
