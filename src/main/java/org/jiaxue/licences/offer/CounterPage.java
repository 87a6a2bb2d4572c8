package org.jiaxue.licences.offer;

import org.jiaxue.licences.benefit.Counter;
import org.jiaxue.licences.benefit.Redeeming;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The counter: a code is typed or scanned, what it is good for is shown, and it is taken in. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class CounterPage {

    private static final String PAGE = "licences/offer/counter";

    private final Counter counter;
    private final Access access;

    CounterPage(Counter counter, Access access) {
        this.counter = counter;
        this.access = access;
    }

    /**
     * What is shown.
     *
     * @param typed the code as it was typed, to be taken in next; empty once it was
     * @param came what there is under it; null before a code was brought
     * @param error what has to be mended beside the field
     */
    record View(String typed, @Nullable Redeeming came, @Nullable Problem error) {}

    @GetMapping("/console/benefits/counter")
    ModelAndView show(Frame frame) {
        staff(frame);
        return Html.page(PAGE, frame, "view", new View("", null, null));
    }

    /** Shows what a code is good for, or with {@code deed=use} takes it in. */
    @PostMapping("/console/benefits/counter")
    ModelAndView bring(
            Frame frame,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String deed) {
        Viewer.Staff by = staff(frame);
        Redeeming came = deed.equals("use") ? counter.use(by, code) : counter.look(by, code);
        return switch (came) {
            case Redeeming.Good _ -> page(frame, new View(code, came, null), HttpStatus.OK);
            case Redeeming.Used _ -> page(frame, new View("", came, null), HttpStatus.OK);
            case Redeeming.UsedBefore _, Redeeming.GivenBack _, Redeeming.Past _ ->
                    page(frame, new View("", came, null), HttpStatus.CONFLICT);
            case Redeeming.Malformed _ -> wrong(frame, code, "licences.counter.malformed");
            case Redeeming.Unknown _ -> wrong(frame, code, "licences.counter.unknown");
            case Redeeming.TooOften often ->
                    throw new Refusal(
                            Problem.of(
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            "licences.problem.counter-shut",
                                            Math.max(1, often.after().toMinutes() + 1))
                                    .retryAfter(often.after()));
        };
    }

    private ModelAndView wrong(Frame frame, String code, String key) {
        View view = new View(code, null, Problem.unprocessable(key));
        return page(frame, view, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(Frame frame, View view, HttpStatus status) {
        ModelAndView page = Html.page(PAGE, frame, "view", view);
        return status == HttpStatus.OK ? page : Html.with(status, page);
    }

    private Viewer.Staff staff(Frame frame) {
        if (!(frame.viewer() instanceof Viewer.Staff staff)
                || access.where(staff, Deed.REDEEM_BENEFIT).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return staff;
    }
}
