package org.jiaxue.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Review;
import org.jiaxue.catalogue.Reviewing;
import org.jiaxue.catalogue.Standing;
import org.jiaxue.identity.People;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
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

/** One lesson as a reviewer reads it: its text, its sources, what was said of it, and the form. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ReviewPage {

    private static final int MOST_SHOWN = 20;

    private final Catalogue catalogue;
    private final People people;
    private final Access access;

    ReviewPage(Catalogue catalogue, People people, Access access) {
        this.catalogue = catalogue;
        this.people = people;
        this.access = access;
    }

    /**
     * What the page shows.
     *
     * @param form what was typed and what is wrong with it; empty for one who may not review
     */
    record View(
            LessonContent content,
            Standing standing,
            String state,
            List<Past> past,
            @Nullable Form form) {}

    /** A review in words; the name is the reviewer's. */
    record Past(String what, String name, boolean earlier, @Nullable String note) {}

    /** What was typed; the errors are sentences. */
    record Form(
            String outcome,
            String note,
            @Nullable String outcomeError,
            @Nullable String noteError,
            boolean meanwhile) {

        static final Form BLANK = new Form("", "", null, null, false);
    }

    @GetMapping("/console/library/{id}")
    ModelAndView show(Frame frame, @PathVariable String id) {
        require(frame, Deed.SEE_REVIEWS);
        return page(frame, content(id), Form.BLANK);
    }

    @PostMapping("/console/library/{id}/reviews")
    ModelAndView review(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note) {
        require(frame, Deed.REVIEW_LESSONS);
        if (!(viewer instanceof Viewer.Staff staff)) {
            throw new Refusal(Problem.forbidden("web.problem.staff-only"));
        }
        LessonContent content = content(id);
        Review.@Nullable Outcome found = outcome(outcome).orElse(null);
        String said = note.strip().replace("\r\n", "\n");
        Form form = judged(frame, outcome, found, said);
        if (form.outcomeError() != null || form.noteError() != null || found == null) {
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, content, form));
        }
        Reviewing done =
                catalogue.review(
                        staff,
                        content.lesson().id(),
                        number(edition),
                        found,
                        said.isEmpty() ? null : said);
        return switch (done) {
            case Reviewing.Recorded _, Reviewing.Already _ ->
                    Html.seeOther("/console/library/" + content.lesson().id());
            case Reviewing.ChangedMeanwhile _ -> {
                Form again = new Form(outcome, said, null, null, true);
                yield Html.with(HttpStatus.CONFLICT, page(frame, content(id), again));
            }
            case Reviewing.NoSuchLesson _ -> throw noLesson();
        };
    }

    private static Form judged(
            Frame frame, String outcome, Review.@Nullable Outcome found, String note) {
        boolean changes = found == Review.Outcome.CHANGES;
        int characters = note.codePointCount(0, note.length());
        @Nullable String error = null;
        if (characters > Review.MOST_NOTE) {
            error = frame.say("home.reviews.one.note-long", characters, Review.MOST_NOTE);
        } else if (changes && note.isEmpty()) {
            error = frame.say("home.reviews.one.note-first");
        } else if (found != null && !changes && !note.isEmpty()) {
            error = frame.say("home.reviews.one.note-fine");
        }
        return new Form(
                outcome,
                note,
                found == null ? frame.say("home.reviews.one.outcome-first") : null,
                error,
                false);
    }

    private static Optional<Review.Outcome> outcome(String slug) {
        return Arrays.stream(Review.Outcome.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(slug))
                .findFirst();
    }

    /** No edition has the number 0, so what is no number is of no edition. */
    private static int number(String edition) {
        return edition.matches("[0-9]{1,9}") ? Integer.parseInt(edition) : 0;
    }

    private ModelAndView page(Frame frame, LessonContent content, Form form) {
        LessonId lesson = content.lesson().id();
        Standing standing =
                Optional.ofNullable(catalogue.standings().get(lesson))
                        .orElseThrow(ReviewPage::noLesson);
        boolean reviews = !access.where(frame.viewer(), Deed.REVIEW_LESSONS).isEmpty();
        View view =
                new View(
                        content,
                        standing,
                        LibraryPage.state(frame, standing),
                        past(frame, lesson, standing.edition()),
                        reviews ? form : null);
        return Html.page("home/review", frame, "view", view);
    }

    private List<Past> past(Frame frame, LessonId lesson, int edition) {
        List<Past> past = new ArrayList<>();
        for (Review review : catalogue.reviews(lesson, MOST_SHOWN)) {
            String key = review.outcome().name().toLowerCase(Locale.ROOT);
            past.add(
                    new Past(
                            frame.say(
                                    "home.reviews.one.past." + key, frame.texts().day(review.on())),
                            people.nameOf(review.by())
                                    .orElseGet(() -> frame.say("home.reviews.one.past.somebody")),
                            review.edition() != edition,
                            review.note()));
        }
        return past;
    }

    private void require(Frame frame, Deed deed) {
        if (access.where(frame.viewer(), deed).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
    }

    private LessonContent content(String id) {
        Optional<UUID> asked = Ids.parse(id);
        return asked.map(LessonId::new)
                .flatMap(catalogue::content)
                .orElseThrow(ReviewPage::noLesson);
    }

    private static Refusal noLesson() {
        return new Refusal(Problem.notFound("home.problem.no-lesson"));
    }
}
